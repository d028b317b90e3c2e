// What the step "Look" has beside its fields: presets to start from, corners, and colours that read badly.

import { html, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { ratioInWords } from '../contrast/contrast.ts';
import { findFixes, type Fix } from '../contrast/find-fixes.ts';
import type { Measured } from '../contrast/measure-contrast.ts';
import { schemesOf } from '../fields/look-fields.ts';
import { cornerForms, cornerKeys, presetKeys, presets } from '../presets.ts';
import { type FormState, idOf } from './field-view.ts';

const standardAccent = '#0a6c52';

export function presetsView(form: FormState): TemplateResult {
  return html`<div class="starts">
    <fieldset class="field row-of">
      <legend>Start from</legend>
      <div class="presets">
        ${presets.map(({ name, values }) => {
          const [accent] = schemesOf(values['look.accent'] ?? standardAccent);
          const radius = values['look.button-radius'] ?? '26px';
          return html`<button
            type="button"
            aria-pressed=${isChosen(form, presetKeys, values)}
            @click=${() => form.set(valuesOf(presetKeys, values))}
          >
            <span
              class="sample-button"
              aria-hidden="true"
              style=${styleMap({ background: accent, 'border-radius': radius })}
            ></span>
            ${name}
          </button>`;
        })}
      </div>
    </fieldset>
    <fieldset class="field row-of">
      <legend>Corners</legend>
      <div class="segments">
        ${cornerForms.map(
          ({ name, values }) =>
            html`<label
              ><input
                type="radio"
                name="corners"
                .checked=${isChosen(form, cornerKeys, values)}
                @change=${() => form.set(valuesOf(cornerKeys, values))}
              /><span>${name}</span></label
            >`,
        )}
      </div>
    </fieldset>
  </div>`;
}

function isChosen(
  { settings }: FormState,
  keys: readonly string[],
  values: Readonly<Record<string, string>>,
): boolean {
  return keys.every((key) => (settings.get(key) ?? '') === (values[key] ?? ''));
}

function valuesOf(keys: readonly string[], values: Readonly<Record<string, string>>) {
  return Object.fromEntries(keys.map((key) => [key, values[key] ?? '']));
}

const names: Readonly<Record<string, string>> = {
  'look.accent': 'Brand colour',
  'look.accent-text': 'Words',
  'look.surface-text': 'Words',
  'look.muted-text': 'Small print',
};

/** One pair of colours, in each scheme where it reads badly. */
interface Warning {
  readonly worst: Measured;
  readonly schemes: readonly string[];
  readonly fixes: readonly Fix[];
}

/** Says which colours read badly, below the brand colour and below each colour that was set and is in it. */
export function contrastViews(
  measured: readonly Measured[],
  form: FormState,
): ReadonlyMap<string, TemplateResult> {
  const warnings = findWarnings(measured);
  const views = new Map([['look.accent', summaryView(warnings, form)]]);
  for (const warning of warnings) {
    const { inkKey } = warning.worst;
    if (inkKey === undefined || views.has(inkKey) || !form.settings.has(inkKey)) continue;
    const id = `${idOf({ key: inkKey })}-contrast`;
    views.set(
      inkKey,
      html`<ul class="contrast doubt" id=${id}>
        ${warningView(warning, form)}
      </ul>`,
    );
  }
  return views;
}

function summaryView(warnings: readonly Warning[], form: FormState): TemplateResult {
  return html`<div class="contrast" role="status">
    ${
      warnings.length === 0
        ? html`<p class="quiet" id="contrast-summary">All colours can be read well.</p>`
        : html`<p class="doubt" id="contrast-summary">
              ${warnings.length === 1 ? 'Something' : 'Some things'} can hardly be read:
            </p>
            <ul id="contrast-warnings">
              ${warnings.map((warning) => warningView(warning, form))}
            </ul>`
    }
  </div>`;
}

function findWarnings(measured: readonly Measured[]): readonly Warning[] {
  const poor = measured
    .filter(({ ratio, needs }) => ratio < needs)
    .sort((one, other) => one.ratio - other.ratio);
  return [...new Set(poor.map(({ what }) => what))].flatMap((what) => {
    const same = poor.filter((each) => each.what === what);
    const [worst] = same;
    if (!worst) return [];
    return { worst, schemes: same.map(({ scheme }) => scheme), fixes: findFixes(worst, measured) };
  });
}

function warningView({ worst, schemes, fixes }: Warning, form: FormState): TemplateResult {
  const { what, ratio, needs, inkColour, paperColour } = worst;
  return html`<li>
    <span
      class="swatch"
      aria-hidden="true"
      style=${styleMap({ color: inkColour, 'background-color': paperColour })}
    ></span>
    ${what}, ${schemes.join(' and ')}: ${ratioInWords(ratio)}, needs ${needs}:1
    <div>
      ${fixes.map(({ key, value }) => {
        const [colour] = schemesOf(value);
        return html`<button type="button" class="small" @click=${() => mend(key, value, form)}>
          <span class="dot" aria-hidden="true" style=${styleMap({ background: colour })}></span>
          ${names[key] ?? ''}: use ${inWords(value)}
        </button>`;
      })}
    </div>
  </li>`;
}

/** The button goes away with the warning, so the colour that it has changed gets the focus. */
function mend(key: string, value: string, form: FormState): void {
  form.set({ [key]: value });
  document.querySelector<HTMLElement>(`#${idOf({ key })}`)?.focus();
}

function inWords(value: string): string {
  const [light, dark] = schemesOf(value);
  return light === dark ? light : `${light} and ${dark}`;
}
