// Finds where a voice begins and ends in samples, by loudness alone. Each edge is told late, once
// it is certain, with the time at which it was. Must not know where the samples come from.

export interface VoiceEdge {
  readonly type: 'began' | 'ended';
  readonly atMs: number;
}

/** Loudness is measured in blocks of this many samples, which is less than 3 ms. */
const blockLength = 128;
/** As root mean square of full scale: -40 dB. */
const loudRms = 0.01;
/** A voice must be this many times louder than the background noise. */
const timesNoise = 4;
/** A voice goes on while it has this share of the loudness that it needed to begin. */
const goesOnShare = 0.5;
/** A sound that never pauses is noise: the estimate of the noise grows this fast. */
const noiseGrowthPerSecond = 2;
const leastNoise = 1e-4;
/** Shorter pauses lie between words and do not end a voice. */
export const pauseMs = 300;

interface Sound {
  readonly fromMs: number;
  readonly untilMs: number;
  /** The sound has lasted long enough to be a voice. */
  readonly isVoice: boolean;
}

export class VoiceActivity {
  readonly #sampleRate: number;
  readonly #shortestMs: number;
  #noise = Infinity;
  #sound: Sound | null = null;

  /** @param shortestMs shorter sounds are no voice. */
  constructor(sampleRate: number, shortestMs: number) {
    this.#sampleRate = sampleRate;
    this.#shortestMs = shortestMs;
  }

  /** Takes the samples that follow the last ones. The first of them was heard at `atMs`. */
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
    // Complete silence comes from a source that has just begun, and says nothing about the noise.
    if (level > 0 || this.#noise === Infinity) {
      const isFirst = this.#noise === Infinity;
      // A sound that is loud from the first moment is a voice that has begun already.
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
