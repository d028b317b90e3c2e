// Finds the strongest frequency of a sound with a scan of Goertzel filters.
import { resample } from './resample.ts';

const SAMPLE_RATE = 8000;
const LOWEST_HZ = 50;
const HIGHEST_HZ = 3500;
const SILENCE_POWER = 1;

/** The strongest frequency between 50 and 3500 Hz, or 0 for silence. */
export function dominantHz(sound: Int16Array, sampleRate: number): number {
  const samples = hann(resample(sound, sampleRate, SAMPLE_RATE));
  // A Hann window's main lobe is four bins wide, so a scan in steps of two bins cannot miss it.
  const binHz = SAMPLE_RATE / Math.max(samples.length, 1);
  const coarse = strongest(samples, LOWEST_HZ, HIGHEST_HZ, 2 * binHz);
  if (coarse.power < SILENCE_POWER * samples.length ** 2) return 0;
  return Math.round(strongest(samples, coarse.hz - binHz, coarse.hz + binHz, binHz / 8).hz);
}

function strongest(
  samples: Float64Array,
  fromHz: number,
  toHz: number,
  stepHz: number,
): { hz: number; power: number } {
  let best = { hz: 0, power: 0 };
  for (let hz = fromHz; hz <= toHz; hz += stepHz) {
    const power = goertzel(samples, (2 * Math.PI * hz) / SAMPLE_RATE);
    if (power > best.power) best = { hz, power };
  }
  return best;
}

function goertzel(samples: Float64Array, radiansPerSample: number): number {
  const coefficient = 2 * Math.cos(radiansPerSample);
  let last = 0;
  let beforeLast = 0;
  for (const sample of samples) {
    const next = sample + coefficient * last - beforeLast;
    beforeLast = last;
    last = next;
  }
  return last * last + beforeLast * beforeLast - coefficient * last * beforeLast;
}

function hann(samples: Int16Array): Float64Array {
  const step = (2 * Math.PI) / samples.length;
  return Float64Array.from(samples, (sample, i) => sample * (0.5 - 0.5 * Math.cos(i * step)));
}
