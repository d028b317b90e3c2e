// Finds the assistant's settings in a frame. Where they stand is not documented
// (docs/telnyx.md#settings), so it looks where Telnyx's iOS SDK does (`AIAssistantManager.swift`),
// and in two more places.

import {
  type AssistantSettings,
  parseAssistantSettings,
} from '../core/dialogue/assistant-settings.ts';
import { at } from '../core/at.ts';

const nestings = [
  ['widget_settings'],
  ['settings'],
  ['ui_config'],
  ['assistant_config', 'widget'],
  [],
] as const;

export function toAssistantSettings(frame: unknown): AssistantSettings | null {
  if (at(frame, 'method') !== 'ai_conversation') return null;
  const params = at(frame, 'params');
  const isSettings = at(params, 'type') === 'widget_settings';
  // The iOS SDK accepts this key in a frame of any type.
  if (!isSettings && !isObject(at(params, 'widget_settings'))) return null;
  return parseAssistantSettings(nestings.map((path) => at(params, ...path)));
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
