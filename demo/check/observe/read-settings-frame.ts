// Finds where in a frame the assistant's settings stand, and under which key its tools.

import { at } from '../../../src/core/at.ts';
import { toAssistantSettings } from '../../../src/telnyx/assistant-settings-message.ts';
import type { SettingsNote } from '../frame-note.ts';
import { toProtocolName } from './protocol-name.ts';

/** Fields that only settings have. */
const known = ['start_call_text', 'agent_thinking_text', 'default_state', 'theme'];

export function readSettingsFrame(frame: unknown): SettingsNote | null {
  const params = at(frame, 'params');
  const isSettings = at(params, 'type') === 'widget_settings';
  const read = toAssistantSettings(frame);
  const path = pathOf(params);
  if (!isSettings && read === null) return null;
  const tools = toolsIn(at(params, ...(path ?? [])));
  return {
    place: path?.map(toProtocolName).join('.') ?? null,
    toolsKey: tools.key === null ? null : toProtocolName(tools.key),
    tools: tools.names,
    isRead: read !== null && path !== null && knowsAll(tools.names, read.toolTimeoutsMs),
  };
}

function knowsAll(names: readonly string[], known: ReadonlyMap<string, number>): boolean {
  return names.every((each) => known.has(each));
}

/** The keys that lead to the object that has fields of settings. */
function pathOf(value: unknown, path: readonly string[] = []): readonly string[] | null {
  if (known.some((field) => at(value, field) !== undefined)) return path;
  if (typeof value !== 'object' || value === null || path.length > 3) return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = pathOf(inner, [...path, key]);
    if (found !== null) return found;
  }
  return null;
}

/** A list of objects that have a name and a time limit. */
function toolsIn(settings: unknown): { key: string | null; names: readonly string[] } {
  for (const [key, list] of Object.entries(Object(settings) as object)) {
    if (!Array.isArray(list)) continue;
    const tools: readonly unknown[] = list;
    const named = tools.filter((tool) => at(tool, 'timeout_ms') !== undefined);
    const names = named.map((tool) => at(tool, 'name')).filter((name) => typeof name === 'string');
    if (names.length > 0) return { key, names };
  }
  return { key: null, names: [] };
}
