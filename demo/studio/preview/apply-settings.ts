// Puts settings onto the preview's element. The element always calls the gateway on this machine, whatever
// `gateway-url` says.

import type { TelnyxAiCall } from '../../../src/index.ts';
import type { Field, Settings } from '../fields/fields.ts';
import { toWidgetSettings } from '../fields/widget-settings.ts';

export function applySettings(
  widget: TelnyxAiCall,
  settings: Settings,
  fields: readonly Field[],
): void {
  const { attributes, properties, texts } = toWidgetSettings(settings, fields);
  const values = new Map(attributes.map(({ name, value }) => [name, value === true ? '' : value]));
  for (const { target, name } of fields) {
    if (target === 'property') widget.style.removeProperty(name);
    if (target !== 'attribute' || name === 'gateway-url') continue;
    const value = values.get(name) ?? (name === 'assistant-id' ? 'assistant-demo' : null);
    if (value === widget.getAttribute(name)) continue;
    if (value === null) widget.removeAttribute(name);
    else widget.setAttribute(name, value);
  }
  for (const [name, value] of properties) widget.style.setProperty(name, value);
  widget.strings = texts;
}
