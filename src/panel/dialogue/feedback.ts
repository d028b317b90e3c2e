// After a call: a rating and, if the visitor likes, some words.

import { html, type TemplateResult } from 'lit/html.js';
import { words } from '../words.ts';
import { fill } from '../../i18n/fill.ts';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';

export interface Feedback {
  /** 1 to 5. */
  readonly rating: number;
  readonly comment: string;
}

const ratings = [1, 2, 3, 4, 5];

export function renderFeedback(
  isGiven: boolean,
  strings: DialogueTexts,
  give: (feedback: Feedback) => void,
): TemplateResult {
  if (isGiven)
    return html`<p class="feedback" role="status" .textContent=${strings.feedbackThanks}></p>`;
  const inDigits = (rating: number) => rating.toLocaleString(strings.language);
  const most = inDigits(ratings.length);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const comment = form.get('comment');
    give({
      rating: Number(form.get('rating')),
      comment: typeof comment === 'string' ? comment.trim() : '',
    });
  };
  return html`
    <form class="feedback" @submit=${submit}>
      <fieldset>
        <legend .textContent=${strings.feedbackQuestion}></legend>
        ${ratings.map(
          (rating) =>
            html`<label class="rating">
              <input
                type="radio"
                name="rating"
                value=${rating}
                required
                aria-label=${fill(strings.feedbackRating, { rating: inDigits(rating), most })}
              />
              <span aria-hidden="true" .textContent=${inDigits(rating)}></span>
            </label>`,
        )}
      </fieldset>
      <textarea
        name="comment"
        rows="2"
        maxlength="2000"
        aria-label=${strings.feedbackComment}
        placeholder=${strings.feedbackComment}
      ></textarea>
      <button class="button" part="secondary-button">${words(strings.feedbackSend)}</button>
    </form>
  `;
}
