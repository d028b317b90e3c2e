// A step of the form: what most people need, then the rest under *More*. A search shows the fields of all steps.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Field } from '../fields/fields.ts';
import { findFields } from '../fields/find-fields.ts';
import { steps, type StepId } from '../fields/steps.ts';
import { fieldView, type FormState } from './field-view.ts';

/** What a step has beside its fields. */
export interface Additions {
  readonly before: TemplateResult | typeof nothing;
  readonly after: TemplateResult | typeof nothing;
}

export function stepView(
  step: StepId,
  fields: readonly Field[],
  form: FormState,
  { before, after }: Additions,
): TemplateResult {
  const here = fields.filter((field) => field.step === step);
  const basic = here.filter(({ isBasic }) => isBasic);
  const more = here.filter(({ isBasic, target }) => !isBasic && target !== 'view');
  const plain = more.filter(({ group }) => group === undefined);
  const groups = [...new Set(more.flatMap(({ group }) => group ?? []))];
  return html`<div class="fields">${before}${listOf(basic, form)}${after}</div>
    ${
      more.length === 0
        ? nothing
        : html`<details class="more">
            <summary>More <span class="quiet">${countOf(more, form)}</span></summary>
            <div class="fields">${listOf(plain, form)}</div>
            ${groups.map((group) =>
              groupView(
                group,
                more.filter((field) => field.group === group),
                form,
              ),
            )}
          </details>`
    }`;
}

export function searchView(
  search: string,
  fields: readonly Field[],
  form: FormState,
): TemplateResult {
  const found = findFields(search, fields);
  return html`<h2 id="step-title" tabindex="-1">
      ${found.length === 0 ? `Nothing is called “${search.trim()}”` : `Found: ${found.length}`}
    </h2>
    ${steps.map(({ id, title }) => {
      const here = found.filter(({ step }) => step === id);
      return here.length === 0
        ? nothing
        : html`<h3>${title}</h3>
            <div class="fields">${listOf(here, form)}</div>`;
    })}`;
}

function groupView(group: string, fields: readonly Field[], form: FormState): TemplateResult {
  return html`<details class="group">
    <summary>${group} <span class="quiet">${countOf(fields, form)}</span></summary>
    <div class="fields">${listOf(fields, form)}</div>
  </details>`;
}

function listOf(fields: readonly Field[], form: FormState) {
  return repeat(
    fields,
    ({ key }) => key,
    (field) =>
      html`<div class="cell ${field.isWide === true ? 'wide' : ''}">
        ${fieldView(field, form)}${form.below.get(field.key) ?? nothing}
      </div>`,
  );
}

/** What is folded away may not fit. */
function countOf(fields: readonly Field[], { settings, tooLong }: FormState): string {
  const changed = fields.filter(({ key }) => settings.has(key)).length;
  const unfit = fields.filter(({ key }) => tooLong.has(key)).length;
  const counts = [changed > 0 ? `${changed} changed` : [], unfit > 0 ? `${unfit} too long` : []];
  return counts.flat().join(', ');
}
