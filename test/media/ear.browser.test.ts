// What an ear makes of a voice when nobody has asked it for long: of the real sound of a real context.

import { expect } from '@open-wc/testing';
import type { VoiceEvent } from '../../src/core/latency.ts';
import { Ear } from '../../src/media/ear.ts';
import { rememberSound } from '../../src/media/remember-sound.ts';
import { until } from '../support/until.ts';

const shortestMs = 20;
/** A syllable may begin softly. */
const toleranceMs = 100;

describe('an ear', () => {
  /** @returns what is told of a voice that begins so long after the context, when asked so late. */
  async function hear(voiceAtMs: number, askedAtMs: number): Promise<VoiceEvent[]> {
    const maker = new AudioContext();
    const destination = maker.createMediaStreamDestination();
    const voice = new OscillatorNode(maker, { frequency: 300 });
    // As loud as a voice is: now more, now less.
    const loudness = new GainNode(maker, { gain: 0.5 });
    const syllables = new OscillatorNode(maker, { frequency: 4 });
    syllables.connect(new GainNode(maker, { gain: 0.5 })).connect(loudness.gain);
    voice.connect(loudness).connect(destination);
    syllables.start();
    const audio = new Audio();
    audio.srcObject = destination.stream;
    const sound = rememberSound(audio);
    if (!sound) throw new Error('Nothing is remembered.');
    const { context } = sound;
    const isAt = (ms: number) => until(() => context.currentTime * 1000 >= ms);
    await isAt(1);
    const ahead = maker.currentTime - context.currentTime;
    voice.start(ahead + voiceAtMs / 1000);
    await isAt(askedAtMs);
    const ear = new Ear(context, 'assistant', shortestMs, sound);
    const events = ear.listen(destination.stream, context.currentTime * 1000);
    await Promise.all([maker.close(), context.close()]);
    return events;
  }

  it('tells of a voice from before it was asked', async () => {
    const [event] = await hear(300, 500);
    expect(event?.type === 'began' && event.atMs).to.be.closeTo(300, toleranceMs);
  });

  it('tells of a voice whose beginning is the last that it remembers', async () => {
    const [event] = await hear(1_100, 1_300);
    expect(event?.type === 'began' && event.atMs).to.be.closeTo(1_100, toleranceMs);
  });

  it('has missed the beginning of a voice that goes on since longer', async () => {
    const [first, second] = await hear(300, 1_300);
    expect(first?.type).to.equal('missed');
    expect(second?.type).to.equal('began');
  });
});
