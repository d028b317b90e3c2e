// Keeps a live call while the visitor goes to another page of the site, and takes it up there.

import { type KeptCall, parseKeptCall } from '../core/call/kept-call.ts';
import { keptCallKey } from '../platform/conversation-store.ts';
import type { Call } from './assistant.ts';
import type { CallHost } from '../contract/call-stage.ts';

/** @returns whether there is a call to keep, and it is kept. */
export function keepCall({ assistantId }: CallHost, call: Call): boolean {
  const { model } = call.controller;
  // Only a call with a microphone can be attached again.
  if (!('answeredAtMs' in model) || model.plan.listenOnly) return false;
  const kept: KeptCall = {
    keptAtMs: Date.now(),
    call: model,
    conversation: call.conversation.current,
    entries: call.dialogue.entries.map((entry) => ({ ...entry, images: [] })),
    collapsed: call.panel.collapsed,
  };
  try {
    sessionStorage.setItem(keptCallKey(assistantId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

/** The record is gone with that. @returns whether there was one of use. */
export function restoreCall({ assistantId }: CallHost, call: Call): boolean {
  const key = keptCallKey(assistantId);
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const kept = text === null ? null : parseKeptCall(text, Date.now());
  if (!kept) return false;
  call.conversation.restore(kept.conversation);
  call.dialogue.prepend(kept.entries);
  call.controller.restore(kept.call);
  call.panel.setCollapsed(kept.collapsed);
  return true;
}
