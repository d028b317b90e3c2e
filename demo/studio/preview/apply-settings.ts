// Puts settings onto the preview's element. A practice assistant answers unless the person's own is wanted;
// what belongs to their server then plays no part.

import type { TelnyxAiCall } from '../../../src/index.ts';
import type { Field, Settings } from '../fields/fields.ts';
import { toWidgetSettings } from '../fields/widget-settings.ts';
import { formMarkup } from '../snippets/form-markup.ts';

/** Attributes that only make sense with the person's own assistant or server. */
const ofTheirServer = [
  ...['assistant-version', 'conversation-id', 'conversation-url', 'token-url', 'destination'],
  ...['region', 'gateway-url'],
];

/** Where the demo answers what is typed. */
const practiceChat = '/api/telnyx-chat';

export interface Circumstances {
  /** The practice assistant that answers; `null`: the person's own. */
  readonly practiceId: string | null;
  readonly hasForm: boolean;
}

export function applySettings(
  widget: TelnyxAiCall,
  settings: Settings,
  fields: readonly Field[],
  { practiceId, hasForm }: Circumstances,
): void {
  const { attributes, properties, texts, form } = toWidgetSettings(settings, fields);
  const values = new Map(attributes.map(({ name, value }) => [name, value === true ? '' : value]));
  if (practiceId !== null) {
    for (const name of ofTheirServer) values.delete(name);
    values.set('assistant-id', practiceId);
    if (values.has('chat-url') || /both|text/.test(values.get('mode') ?? '')) {
      values.set('chat-url', practiceChat);
    }
  }
  for (const { target, name } of fields) {
    if (target === 'property') widget.style.removeProperty(name);
    if (target === 'attribute') setAttribute(widget, name, values.get(name));
  }
  for (const [name, value] of properties) widget.style.setProperty(name, value);
  widget.strings = texts;
  setForm(widget, hasForm ? formMarkup(form) : '');
}

function setAttribute(widget: TelnyxAiCall, name: string, value: string | undefined): void {
  if (value === undefined) widget.removeAttribute(name);
  else if (value !== widget.getAttribute(name)) widget.setAttribute(name, value);
}

/** Leaves a form alone that is the same: something may have been typed into it. */
function setForm(widget: TelnyxAiCall, markup: string): void {
  if (widget.dataset['form'] === markup || (markup === '' && !widget.dataset['form'])) return;
  widget.dataset['form'] = markup;
  widget.querySelector('[slot="form"]')?.remove();
  widget.insertAdjacentHTML('beforeend', markup);
}
