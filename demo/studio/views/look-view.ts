// What the step "Look" has beside its fields: presets to start from, corners, and colours that read badly.

import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { ratioInWords } from '../contrast/contrast.ts';
import { findFixes, type Fix, type Trial } from '../contrast/find-fixes.ts';
import type { Measured } from '../contrast/measure-contrast.ts';
import { schemesOf } from '../fields/look-fields.ts';
import { cornerForms, cornerKeys, presetKeys, presets } from '../presets.ts';
import { type FormState, idOf } from './field-view.ts';

const standardAccent = '#0a6c52';

export function presetsView(form: FormState): TemplateResult {
  return html`<fieldset class="field row-of wide">
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
  </fieldset>`;
}

export function cornersView(form: FormState): TemplateResult {
  return html`<fieldset class="field row-of">
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
  </fieldset>`;
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
  'look.surface': 'Panel',
  'look.surface-text': 'Words',
  'look.muted-text': 'Small print',
  'look.danger': 'Button',
};

/** One pair of colours, in each scheme where it reads badly. */
interface Warning {
  readonly worst: Measured;
  readonly schemes: readonly string[];
  readonly fixes: readonly Fix[];
}

/** Says which colours read badly, below the brand colour and below the colour that was set for each. */
export function contrastViews(
  measured: readonly Measured[],
  trial: Trial,
  form: FormState,
): ReadonlyMap<string, TemplateResult> {
  const warnings = warningsOf(measured, trial);
  const views = new Map([['look.accent', summaryView(warnings, form)]]);
  const arisesAt = ({ worst }: Warning) => worst.keys.find((key) => form.settings.has(key));
  for (const key of new Set(warnings.map(arisesAt))) {
    if (key === undefined || views.has(key)) continue;
    const here = warnings.filter((warning) => arisesAt(warning) === key);
    views.set(
      key,
      html`<ul class="contrast doubt" id="${idOf({ key })}-contrast">
        ${here.map((warning) => warningView(warning, form))}
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

let known: { readonly of: string; readonly warnings: readonly Warning[] } | undefined;

/** Many colours are tried out for each, so what was found is kept while the colours are the same. */
function warningsOf(measured: readonly Measured[], trial: Trial): readonly Warning[] {
  const of = JSON.stringify(measured);
  if (known?.of !== of) known = { of, warnings: findWarnings(measured, trial) };
  return known.warnings;
}

function findWarnings(measured: readonly Measured[], trial: Trial): readonly Warning[] {
  const poor = measured
    .filter(({ ratio, needs }) => ratio < needs)
    .sort((one, other) => one.ratio - other.ratio);
  return [...new Set(poor.map(({ what }) => what))].flatMap((what) => {
    const same = poor.filter((each) => each.what === what);
    const [worst] = same;
    if (!worst) return [];
    const schemes = same.map(({ scheme }) => scheme);
    return { worst, schemes, fixes: findFixes(same, measured, trial) };
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
      ${fixes.length === 0 ? 'No single colour mends this. Begin from a look above.' : nothing}
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
