// Finds where a voice begins and ends in samples, by loudness alone. Both are told late, once they are
// sure, with the time at which they were.

export interface VoiceEdge {
  readonly type: 'began' | 'ended';
  readonly atMs: number;
}

/** Loudness is judged by pieces of this length, in samples: under 3 ms. */
const blockLength = 128;
/** Root mean square, of full scale: -40 dB. */
const loudRms = 0.01;
/** Background noise is nobody's voice: a voice is so many times louder. */
const timesNoise = 4;
/** A voice that has begun goes on down to this share of the loudness that made it begin. */
const goesOnShare = 0.5;
/** What goes on and on is noise after all: how fast the notion of it grows. */
const noiseGrowthPerSecond = 2;
const leastNoise = 1e-4;
/** Shorter pauses are between words. */
export const pauseMs = 300;

interface Sound {
  readonly fromMs: number;
  readonly untilMs: number;
  /** It has lasted long enough to be a voice. */
  readonly isVoice: boolean;
}

export class VoiceActivity {
  readonly #sampleRate: number;
  readonly #shortestMs: number;
  #noise = Infinity;
  #sound: Sound | null = null;

  /** @param shortestMs what is shorter is no voice. */
  constructor(sampleRate: number, shortestMs: number) {
    this.#sampleRate = sampleRate;
    this.#shortestMs = shortestMs;
  }

  /** Takes the samples that follow the last ones; the first of them was heard at `atMs`. */
  hear(samples: Float32Array, atMs: number): VoiceEdge[] {
    const edges: VoiceEdge[] = [];
    const msPerSample = 1000 / this.#sampleRate;
    for (let from = 0; from < samples.length; from += blockLength) {
      const until = Math.min(from + blockLength, samples.length);
      const isLoud = this.#isLoud(rms(samples, from, until), (until - from) / this.#sampleRate);
      const edge = isLoud
        ? this.#heard(atMs + from * msPerSample, atMs + until * msPerSample)
        : this.#quiet(atMs + until * msPerSample);
      if (edge) edges.push(edge);
    }
    return edges;
  }

  #isLoud(level: number, seconds: number): boolean {
    // Nothing at all, as from a source that has just begun, says nothing of the noise.
    if (level > 0 || this.#noise === Infinity) {
      const isFirst = this.#noise === Infinity;
      // What is loud from the first moment on is a voice that has begun already, not noise.
      const grown = isFirst ? loudRms : this.#noise * noiseGrowthPerSecond ** seconds;
      this.#noise = Math.max(leastNoise, Math.min(level, grown));
    }
    const begins = Math.max(loudRms, this.#noise * timesNoise);
    return level >= (this.#sound?.isVoice ? begins * goesOnShare : begins);
  }

  #heard(fromMs: number, untilMs: number): VoiceEdge | null {
    const sound = this.#sound ?? { fromMs, isVoice: false };
    const isVoice = sound.isVoice || untilMs - sound.fromMs >= this.#shortestMs;
    this.#sound = { fromMs: sound.fromMs, untilMs, isVoice };
    return isVoice && !sound.isVoice ? { type: 'began', atMs: sound.fromMs } : null;
  }

  #quiet(nowMs: number): VoiceEdge | null {
    if (!this.#sound || nowMs - this.#sound.untilMs < pauseMs) return null;
    const { isVoice, untilMs } = this.#sound;
    this.#sound = null;
    return isVoice ? { type: 'ended', atMs: untilMs } : null;
  }
}

function rms(samples: Float32Array, from: number, until: number): number {
  let sum = 0;
  for (let index = from; index < until; index += 1) sum += (samples[index] ?? 0) ** 2;
  return Math.sqrt(sum / (until - from));
}
