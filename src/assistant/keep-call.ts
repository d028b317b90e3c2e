// Keeps a live call while the visitor goes to another page of the site, and takes it up there.

import type { Settings } from '../contract/settings.ts';
import {
  type Clocks,
  type KeptCall,
  parseKeptCall,
  serializeKeptCall,
} from '../core/call/kept-call.ts';
import { keptCallKey } from '../platform/conversation-storage.ts';
import type { CallController } from '../call/call-controller.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import type { PanelVisibility } from '../panel/panel-ports.ts';

/** What of a widget goes along to the next page. */
interface Luggage {
  readonly call: CallController;
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
  readonly lazyPanel: PanelVisibility;
}

/** @returns whether there is a call to keep, and it is kept. */
export function keepCall({ call, conversation, dialogue, lazyPanel }: Luggage): boolean {
  const { model } = call;
  // Only a call with a microphone can be attached again.
  if (!('answeredAtMs' in model) || model.plan.listenOnly) return false;
  const kept: KeptCall = {
    call: model,
    conversation: conversation.current,
    forgotten: conversation.forgotten,
    entries: dialogue.entries,
    collapsed: lazyPanel.isCollapsed,
  };
  try {
    sessionStorage.setItem(
      keptCallKey(conversation.assistantId),
      serializeKeptCall(kept, clocks()),
    );
    return true;
  } catch {
    return false;
  }
}

/**
 * Takes up the call of an earlier page. The record is gone with that.
 * @returns whether there was one of use.
 */
export function restoreCall(luggage: Luggage, settings: Settings): boolean {
  const key = keptCallKey(settings.assistantId);
  const text = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  const kept = text == null ? null : parseKeptCall(text, clocks());
  if (!kept) return false;
  luggage.conversation.restore(kept, settings);
  luggage.dialogue.prepend(kept.entries);
  // What the visitor held was let go with that page.
  const muted = kept.call.muted || settings.holdToTalk;
  luggage.call.restore({ ...kept.call, muted }, settings);
  luggage.lazyPanel.isCollapsed = kept.collapsed;
  return true;
}

function clocks(): Clocks {
  return { wallMs: Date.now(), steadyMs: performance.now() };
}
