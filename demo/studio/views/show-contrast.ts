// Shows the contrast in words: first the pairs that are hard to read, then all that were measured.

import { itemOf } from '../../navigation.ts';
import { find } from '../../widget.ts';
import { ratioInWords } from '../contrast/contrast.ts';
import type { Measured } from '../contrast/measure-contrast.ts';

export function showContrast(measured: readonly Measured[]): void {
  const poor = measured.filter(({ ratio, needs }) => ratio < needs);
  const summary = find(HTMLElement, '#contrast-summary');
  const words =
    poor.length === 0
      ? `All ${measured.length} pairs of colours can be read well.`
      : `${poor.length} of ${measured.length} pairs of colours are hard to read:`;
  // Written only if it has changed, so that screen readers do not repeat it.
  if (summary.textContent !== words) summary.textContent = words;
  find(HTMLElement, '#contrast-warnings').replaceChildren(...poor.map(itemFor));
  find(HTMLElement, '#contrast-all').replaceChildren(...measured.map(itemFor));
}

function itemFor({ what, scheme, ratio, needs, inkColour, paperColour }: Measured): HTMLLIElement {
  const swatch = document.createElement('span');
  swatch.className = 'swatch';
  swatch.setAttribute('aria-hidden', 'true');
  swatch.style.color = inkColour;
  swatch.style.backgroundColor = paperColour;
  swatch.textContent = 'Aa';
  const verdict = ratio < needs ? `, needs ${needs}:1` : '';
  return itemOf(swatch, ` ${what}, ${scheme}: ${ratioInWords(ratio)}${verdict}`);
}
