import type { ReactiveElement } from '@lit/reactive-element';
import type { Settings } from '../contract/settings.ts';

/** The element's properties, without what it can do. */
export type SettingsHost = ReactiveElement & Omit<Settings, 'attributes'>;

/** Takes a snapshot of what the author has set: the values of all declared properties. */
export function readSettings(host: SettingsHost): Settings {
  const { elementProperties } = host.constructor as typeof ReactiveElement;
  const settings: Record<PropertyKey, unknown> = {};
  for (const name of elementProperties.keys()) settings[name] = Reflect.get(host, name);
  settings['attributes'] = new Map([...host.attributes].map(({ name, value }) => [name, value]));
  return settings as unknown as Settings;
}
