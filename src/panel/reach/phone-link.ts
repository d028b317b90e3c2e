// A link that calls the site by phone. A number reads from left to right, whatever is around it.

import { fill } from '../../i18n/fill.ts';
import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { PhoneNumber } from '../../core/phone-number.ts';
import type { ReachTexts } from './reach-texts.ts';
import { words } from '../words.ts';

export interface PhoneView {
  readonly number: PhoneNumber;
  /** Where there may be no dialler, the number can be copied. */
  readonly canCopy: boolean;
  readonly strings: ReachTexts;
  readonly copy: (text: string) => void;
}

export function renderPhoneButtons({ number, canCopy, strings, copy }: PhoneView): TemplateResult {
  return html`<a
      class="button"
      part="secondary-button"
      href=${number.href}
      aria-label=${nameOf(number, strings)}
    >
      ${label(number, strings)}
    </a>
    ${
      canCopy
        ? html`<button
            type="button"
            class="button"
            part="secondary-button"
            @click=${() => copy(number.written)}
          >
            ${words(strings.copyNumber)}
          </button>`
        : nothing
    }`;
}

export function renderPhoneItems(
  { number, canCopy, strings, copy }: PhoneView,
  chosen: () => void,
): TemplateResult {
  return html`<li>
      <a class="item" href=${number.href} aria-label=${nameOf(number, strings)} @click=${chosen}
        >${label(number, strings)}</a
      >
    </li>
    ${
      canCopy
        ? html`<li>
            <button type="button" class="item" @click=${() => copy(number.written)}>
              ${words(strings.copyNumber)}
            </button>
          </li>`
        : nothing
    }`;
}

/** A name of one text: what reads the words of several elements may leave out the spaces between them. */
function nameOf({ written }: PhoneNumber, { callByPhone }: ReachTexts): string {
  return fill(callByPhone, { number: written });
}

function label({ written }: PhoneNumber, { callByPhone }: ReachTexts): TemplateResult {
  const [before = '', after = ''] = callByPhone.split('{number}');
  return html`<span
    >${words(before)}<bdi dir="ltr" .textContent=${written}></bdi>${words(after)}</span
  >`;
}

/** No page can know whether there is a dialler. Where nothing can be touched, there likely is none. */
export function mayLackDialler(): boolean {
  const { matchMedia } = window as Partial<Window>;
  const touched = matchMedia?.call(window, '(any-pointer: coarse)') as MediaQueryList | null;
  return navigator.maxTouchPoints === 0 && !touched?.matches;
}
