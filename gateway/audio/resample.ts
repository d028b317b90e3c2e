// Changes the sample rate of speech: it averages to a lower rate and interpolates to a higher one.

export function resample(samples: Int16Array, fromRate: number, toRate: number): Int16Array {
  if (fromRate === toRate) return samples;
  const ratio = fromRate / toRate;
  const length = Math.floor(samples.length / ratio);
  const valueAt = ratio > 1 ? average : interpolate;
  return Int16Array.from({ length }, (_, i) => valueAt(samples, i * ratio, ratio));
}

function average(samples: Int16Array, position: number, ratio: number): number {
  const from = Math.floor(position);
  const to = Math.min(samples.length, Math.ceil(position + ratio));
  let sum = 0;
  for (let i = from; i < to; i += 1) sum += samples[i] ?? 0;
  return Math.round(sum / Math.max(1, to - from));
}

function interpolate(samples: Int16Array, position: number): number {
  const left = Math.floor(position);
  const a = samples[left] ?? 0;
  const b = samples[left + 1] ?? a;
  return Math.round(a + (b - a) * (position - left));
}
