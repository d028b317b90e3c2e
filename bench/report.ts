// Writes figures as Markdown.

import { type Figure, isMet, type Measured, ratioOf, type Target, type Unit } from './figure.ts';
import { median } from './median.ts';

export const tableHead = [
  '| what | ours | beside | ratio | must reach | met |',
  '| --- | --- | --- | --- | --- | --- |',
];

export function tableLine(figure: Figure): string {
  const { what, unit, ours, other, target } = figure;
  const ratio = ratioOf(figure);
  const met = isMet(figure);
  const cells = [
    what,
    inWords(ours, unit),
    other ? `${other.name}: ${inWords(other, unit)}` : '',
    ratio === null ? '' : ratioInWords(ratio),
    targetInWords(target, unit),
    met === null ? '' : met ? 'yes' : '**no**',
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The median, and the raw numbers if they differ. */
function inWords({ values }: Measured, unit: Unit): string {
  const middle = withUnit(median(values), unit);
  const allAlike = values.every((value) => value === values[0]);
  return allAlike ? middle : `${middle} (${values.map(short).join(', ')})`;
}

function ratioInWords(ratio: number): string {
  if (!Number.isFinite(ratio)) return '–';
  if (ratio === 0) return '0';
  return ratio < 0.2 ? `1 / ${(1 / ratio).toFixed(1)}` : ratio.toFixed(2);
}

function targetInWords(target: Target, unit: Unit): string {
  switch (target.kind) {
    case 'ratio-at-most':
      return `ratio ≤ ${target.ratio}`;
    case 'times-less':
      return `≤ 1 / ${target.times}`;
    case 'at-most':
      return `≤ ${withUnit(target.value, unit)}`;
    case 'no-more':
      return 'no more';
    case 'none':
      return '';
  }
}

function withUnit(value: number, unit: Unit): string {
  return unit === '' ? short(value) : `${short(value)} ${unit}`;
}

function short(value: number): string {
  return String(Math.abs(value) < 10 ? Number(value.toPrecision(2)) : Math.round(value));
}
