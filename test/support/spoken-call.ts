// A call whose visitor speaks when the test says so. It knows without listening when the visitor stopped, and
// when the browser played which sample of the assistant's.

import { replace } from './replace.ts';
import { findPeer } from './resources.ts';
import { until } from './until.ts';

const loudness = 0.25;
const voiceHz = 300;
/** The time from the command until the voice begins. */
const onsetMs = 100;
const opusHz = 48_000;
/**
 * How many of the nearest packets count. With more, the result would be wrong, because the browser plays
 * faster or slower when it must catch up or wait.
 */
const packetsThatTell = 4;

/** Reports each piece of sound when it is made. */
const pulse = `
  registerProcessor('pulse', class extends AudioWorkletProcessor {
    process() {
      this.port.postMessage(currentFrame + 128);
      return true;
    }
  });`;

interface PlayedPacket {
  readonly rtpTimestamp: number;
  readonly atMs: number;
}

export class SpokenCall {
  readonly #context: AudioContext;
  readonly #microphone: MediaStreamAudioDestinationNode;
  readonly #voice: GainNode;
  readonly #restore: () => void;
  /** The packets of the newest connection. Each connection counts its timestamps anew. */
  #played: PlayedPacket[] = [];
  /** How far the page's clock is ahead of the context's. Readings are late, so the smallest one is right. */
  #aheads: number[] = [];
  #isOpen = true;

  private constructor(context: AudioContext) {
    this.#context = context;
    this.#microphone = context.createMediaStreamDestination();
    this.#voice = new GainNode(context, { gain: 0 });
    const tone = new OscillatorNode(context, { frequency: voiceHz });
    tone.connect(this.#voice).connect(this.#microphone);
    tone.start();
    const pulse = new AudioWorkletNode(context, 'pulse');
    tone.connect(pulse);
    pulse.port.onmessage = ({ data }: MessageEvent<number>) => this.#beat(data);
    this.#restore = replace(navigator.mediaDevices, 'getUserMedia', () =>
      Promise.resolve(this.#microphone.stream.clone()),
    );
    void this.#watchPackets();
  }

  /** Makes this visitor's voice the page's microphone. */
  static async open(): Promise<SpokenCall> {
    const context = new AudioContext({ sampleRate: 48_000 });
    const url = URL.createObjectURL(new Blob([pulse], { type: 'text/javascript' }));
    await context.audioWorklet.addModule(url);
    URL.revokeObjectURL(url);
    await context.resume();
    return new SpokenCall(context);
  }

  async close(): Promise<void> {
    this.#isOpen = false;
    this.#restore();
    if (this.#context.state !== 'closed') await this.#context.close();
  }

  /** Speaks. @returns when the last sample of the voice was made. */
  async speak(durationMs: number): Promise<number> {
    const fromMs = this.#context.currentTime * 1000 + onsetMs;
    const untilMs = fromMs + durationMs;
    this.#voice.gain.setValueAtTime(loudness, fromMs / 1000);
    this.#voice.gain.setValueAtTime(0, untilMs / 1000);
    await until(() => this.#context.currentTime * 1000 > untilMs + onsetMs);
    return untilMs + Math.min(...this.#aheads);
  }

  /** When the browser played this sample. It plays a packet in two pieces; the first one counts. */
  async playedAtMs(rtpTimestamp: number): Promise<number> {
    await until(() => this.#played.some((packet) => packet.rtpTimestamp > rtpTimestamp));
    const distance = (packet: PlayedPacket) => Math.abs(packet.rtpTimestamp - rtpTimestamp);
    const guesses = [...this.#played]
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, packetsThatTell)
      .map((packet) => packet.atMs + ((rtpTimestamp - packet.rtpTimestamp) * 1000) / opusHz);
    return Math.min(...guesses);
  }

  #beat(untilFrame: number): void {
    const aheadMs = performance.now() - (untilFrame * 1000) / this.#context.sampleRate;
    this.#aheads = [...this.#aheads.slice(-37), aheadMs];
  }

  async #watchPackets(): Promise<void> {
    let peer;
    while (this.#isOpen) {
      if (peer !== findPeer()) this.#played = [];
      peer = findPeer();
      const [source] = peer?.getReceivers()[0]?.getSynchronizationSources() ?? [];
      if (source && source.rtpTimestamp !== this.#played.at(-1)?.rtpTimestamp) {
        const { rtpTimestamp, timestamp } = source;
        this.#played.push({ rtpTimestamp, atMs: timestamp - performance.timeOrigin });
      }
      await new Promise(requestAnimationFrame);
    }
  }
}
