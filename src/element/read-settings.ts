import type { ReactiveElement } from '@lit/reactive-element';
import type { Settings } from '../contract/settings.ts';

/** The element's properties, without what it can do. */
export type SettingsHost = ReactiveElement & Omit<Settings, 'attributes'>;

interface Declaration {
  readonly converter: { fromAttribute(text: string | null): unknown };
}

/**
 * Takes a snapshot of what the author has set: the values of all declared properties. Frameworks set as a
 * property what a server has written as an attribute, so a property may hold the attribute's text. They set to
 * nothing what they take back.
 */
export function readSettings(host: SettingsHost): Settings {
  const { elementProperties } = host.constructor as typeof ReactiveElement;
  const settings: Record<PropertyKey, unknown> = {};
  for (const [name, declaration] of elementProperties) {
    const { converter } = declaration as Declaration;
    const value: unknown = Reflect.get(host, name) ?? null;
    const isText = value === null || typeof value === 'string';
    settings[name] = isText ? converter.fromAttribute(value) : value;
  }
  settings['attributes'] = new Map([...host.attributes].map(({ name, value }) => [name, value]));
  return settings as unknown as Settings;
}
