// Reads how the assistant's owner set up its look in Telnyx's portal. Texts and addresses come from
// outside and are cleaned here. For what cannot be read, the element has defaults.

import { at } from '../at.ts';

export interface AssistantSettings {
  /** The text of the button that starts a call. */
  readonly startText: string | null;
  readonly thinkingText: string | null;
  /** Tells the visitor that they may interrupt the assistant. */
  readonly interruptText: string | null;
  readonly theme: 'light' | 'dark' | null;
  readonly defaultState: 'expanded' | 'collapsed' | null;
  /** This and the next three are http or https addresses. */
  readonly logoUrl: string | null;
  readonly feedbackUrl: string | null;
  readonly issueUrl: string | null;
  readonly historyUrl: string | null;
  /** The time limit of each tool of the page, in milliseconds, by its name. */
  readonly toolTimeoutsMs: ReadonlyMap<string, number>;
}

/** @param sources objects that may hold a field. The first that has it counts. */
export function parseAssistantSettings(sources: readonly unknown[]): AssistantSettings {
  const field = (key: string): unknown =>
    sources.map((source) => at(source, key)).find((value) => value !== undefined);
  return {
    startText: parseText(field('start_call_text')),
    thinkingText: parseText(field('agent_thinking_text')),
    interruptText: parseText(field('speak_to_interrupt_text')),
    theme: oneOf(field('theme'), ['light', 'dark']),
    defaultState: oneOf(field('default_state'), ['expanded', 'collapsed']),
    logoUrl: parseWebUrl(field('logo_icon_url')),
    feedbackUrl: parseWebUrl(field('give_feedback_url')),
    issueUrl: parseWebUrl(field('report_issue_url')),
    historyUrl: parseWebUrl(field('view_history_url')),
    toolTimeoutsMs: parseTimeouts(field('client_tools') ?? field('tools')),
  };
}

const longestText = 200;
/** Signs that are not shown may stand between those that are. */
const mostRead = 10 * longestText;
const mostTools = 1_000;
const longestUrl = 2048;

function parseText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const oneLine = value
    .slice(0, mostRead)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim();
  // Cuts between code points, because half an emoji is no character.
  return Array.from(oneLine).slice(0, longestText).join('').trim() || null;
}

/**
 * Accepts absolute http and https addresses only. A user name is refused, since it can make one
 * host look like another.
 */
function parseWebUrl(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestUrl) return null;
  try {
    const { protocol, username, password, href } = new URL(value);
    const isWeb = protocol === 'https:' || protocol === 'http:';
    return isWeb && username === '' && password === '' ? href : null;
  } catch {
    return null;
  }
}

function oneOf<Word extends string>(value: unknown, words: readonly Word[]): Word | null {
  return words.find((word) => word === value) ?? null;
}

/** The key of the list and the form of its entries are not verified (docs/telnyx.md#settings). */
function parseTimeouts(tools: unknown): ReadonlyMap<string, number> {
  const timeoutsMs = new Map<string, number>();
  for (const tool of Array.isArray(tools) ? (tools as unknown[]).slice(0, mostTools) : []) {
    const name = at(tool, 'name');
    const timeoutMs = at(tool, 'timeout_ms');
    if (typeof name !== 'string' || typeof timeoutMs !== 'number') continue;
    if (Number.isFinite(timeoutMs) && timeoutMs > 0) timeoutsMs.set(name, timeoutMs);
  }
  return timeoutsMs;
}
