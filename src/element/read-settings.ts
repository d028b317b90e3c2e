import type { ReactiveElement } from '@lit/reactive-element';
import type { Settings } from '../contract/settings.ts';

/** The element's properties, without what it can do. */
export type SettingsHost = ReactiveElement & Omit<Settings, 'attributes'>;

interface Declaration {
  readonly converter: { fromAttribute(value: unknown): unknown };
}

interface Declared {
  readonly elementProperties: ReadonlyMap<PropertyKey, Declaration>;
}

/**
 * Takes a snapshot of what the author has set: the values of all declared properties. A script may have set
 * anything, and frameworks set as a property what a server has written as an attribute.
 */
export function readSettings(host: SettingsHost): Settings {
  const { elementProperties } = host.constructor as unknown as Declared;
  const settings: Record<PropertyKey, unknown> = {};
  for (const [name, { converter }] of elementProperties)
    settings[name] = converter.fromAttribute(Reflect.get(host, name));
  settings['attributes'] = new Map([...host.attributes].map(({ name, value }) => [name, value]));
  return settings as unknown as Settings;
}
