// The studio's page: the steps and the form on one side, the preview always in sight on the other.

import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { live } from 'lit/directives/live.js';
import type { Field } from '../fields/fields.ts';
import { steps, type StepId } from '../fields/steps.ts';
import type { FormState } from './field-view.ts';
import { cornersView, presetsView } from './look-view.ts';
import { type PublishState, publishView } from './publish-view.ts';
import { type Additions, searchView, stepView } from './step-view.ts';

export interface StudioState {
  readonly step: StepId;
  readonly search: string;
  readonly fields: readonly Field[];
  readonly form: FormState;
  readonly publish: PublishState;
  readonly goTo: (step: StepId) => void;
  readonly find: (search: string) => void;
}

export function stepsView({ step, search, goTo }: StudioState): TemplateResult {
  return html`<ol>
    ${steps.map(
      ({ id, title }, index) =>
        html`<li>
          <button
            type="button"
            aria-current=${id === step && search === '' ? 'step' : 'false'}
            @click=${() => goTo(id)}
          >
            <span class="number" aria-hidden="true">${index + 1}</span> ${title}
          </button>
        </li>`,
    )}
  </ol>`;
}

export function formView(state: StudioState): TemplateResult {
  const { step, search, fields, form, find } = state;
  return html`<input
      id="search"
      type="search"
      aria-label="Find a setting"
      placeholder="Find a setting"
      autocomplete="off"
      .value=${live(search)}
      @input=${(event: Event) => find((event.target as HTMLInputElement).value)}
    />
    ${
      search.trim() === ''
        ? html`<h2 id="step-title" tabindex="-1">${steps.find(({ id }) => id === step)?.asks}</h2>
            ${
              step === 'publish'
                ? html`${stepView(step, fields, form, none)}${publishView(state.publish)}`
                : html`<div class="step">
                    ${keyed(
                      step,
                      stepView(step, fields, form, step === 'look' ? additionsOf(form) : none),
                    )}
                    ${nextView(state)}
                  </div>`
            }`
        : searchView(search, fields, form)
    }`;
}

const none: Additions = { before: nothing, after: nothing };

function additionsOf(form: FormState): Additions {
  return { before: presetsView(form), after: cornersView(form) };
}

function nextView({ step, goTo }: StudioState): TemplateResult | typeof nothing {
  const next = steps[steps.findIndex(({ id }) => id === step) + 1];
  if (!next) return nothing;
  return html`<button type="button" id="next" class="primary" @click=${() => goTo(next.id)}>
    Next: ${next.title}
  </button>`;
}
