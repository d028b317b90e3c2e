// What stands around the preview: which state, which window, light or dark, and the page behind.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { shownState, states } from '../preview/states.ts';
import type { Settings } from '../fields/fields.ts';
import type { FormState } from './field-view.ts';

export function previewBarView(form: FormState): TemplateResult {
  const { settings, set } = form;
  const chosen = settings.get('view.state') ?? 'button';
  return html`<fieldset class="states">
      <legend class="unseen">State</legend>
      ${states.map(
        ({ id, title, whyNot }) =>
          html`<label class=${whyNot?.(settings) === undefined ? '' : 'not-now'}
            ><input
              type="radio"
              name="state"
              value=${id}
              .checked=${live(id === chosen)}
              @change=${() => set({ 'view.state': id })}
            /><span>${title}</span></label
          >`,
      )}
    </fieldset>
    <div class="window">
      ${choiceView('frame', 'Window', { desktop: 'Desktop', phone: 'Phone' }, form)}
      ${choiceView('scheme', 'Page', { light: 'Light', dark: 'Dark' }, form)}
      <input
        id="view-background"
        type="text"
        aria-label="Your page as a picture: its address"
        placeholder="Picture of your page: https://…"
        autocomplete="off"
        .value=${live(form.texts.get('view.background') ?? '')}
        @change=${(event: Event) =>
          set({ 'view.background': (event.target as HTMLInputElement).value })}
      />
    </div>`;
}

function choiceView(
  name: string,
  label: string,
  options: Readonly<Record<string, string>>,
  { settings, set }: FormState,
): TemplateResult {
  const key = `view.${name}`;
  const [first = ''] = Object.keys(options);
  const chosen = settings.get(key) ?? first;
  return html`<fieldset class="segments">
    <legend class="unseen">${label}</legend>
    ${Object.entries(options).map(
      ([value, title]) =>
        html`<label
          ><input
            type="radio"
            name=${name}
            value=${value}
            .checked=${live(value === chosen)}
            @change=${() => set({ [key]: value })}
          /><span>${title}</span></label
        >`,
    )}
  </fieldset>`;
}

/** Who answers in the preview, and why a state cannot be shown. */
export function previewNoteView(
  settings: Settings,
  backgroundProblem: string | undefined,
): TemplateResult {
  const wanted = states.find(({ id }) => id === settings.get('view.state'));
  const reason = wanted?.whyNot?.(settings);
  const isOwn = settings.has('view.own') && settings.has('assistant-id');
  const isLive = shownState(settings) === 'button';
  const who = isOwn
    ? 'Your own assistant answers, through Telnyx.'
    : html`<span class="in-wide-windows">Press the button.</span> A practice assistant answers, not
        yours.`;
  return html`<p id="preview-note" role="status">
    ${[backgroundProblem, reason].map((each) =>
      each === undefined ? nothing : html`<b>${each}</b> `,
    )}${isLive ? who : 'The real button, in a practice call without sound.'}
  </p>`;
}
