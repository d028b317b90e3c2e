// Keeps a live call while the visitor goes to another page of the site, and takes it up there.

import type { Settings } from '../contract/settings.ts';
import { isOver } from '../core/call/call-state.ts';
import {
  type Clocks,
  type KeptCall,
  parseKeptCall,
  serializeKeptCall,
} from '../core/call/kept-call.ts';
import { keptCallKey } from '../platform/conversation-storage.ts';
import { schedule } from '../platform/schedule.ts';
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

/** So long after the visitor has set out for another page, in milliseconds, that page has taken the call, or stays away. */
const onTheWayMs = 2_000;

/** So long, in milliseconds, another element of this page has the time to take up its own call. */
const othersMs = 1_000;

/** Tells where the visitor goes, before they leave. Missing where browsers render no page ahead. */
interface Navigation {
  addEventListener(
    type: 'navigate',
    listener: (event: { readonly destination: { readonly sameDocument: boolean } }) => void,
    options: { readonly signal: AbortSignal },
  ): void;
}

/**
 * Makes ready to keep the call that is there, or is about to be.
 * @returns a function that keeps it now; it tells whether there was one to keep.
 */
export function prepareToKeep(luggage: Luggage): () => boolean {
  const { call } = luggage;
  const keep = () => keepCall(luggage);
  const over = new AbortController();
  const end = call.subscribe(({ state }) => {
    if (!isOver(state)) return;
    over.abort();
    end();
  });
  // A page that was rendered ahead gets what is stored when the visitor sets out, which is before they leave this one.
  const { navigation } = window as { readonly navigation?: Navigation };
  navigation?.addEventListener(
    'navigate',
    ({ destination }) => {
      if (destination.sameDocument || !call.settings?.keepAcrossPages || !keep()) return;
      const key = keptCallKey(luggage.conversation.assistantId);
      schedule(() => sessionStorage.removeItem(key), onTheWayMs);
    },
    { signal: over.signal },
  );
  return keep;
}

function keepCall({ call, conversation, dialogue, lazyPanel }: Luggage): boolean {
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
 * @param signal aborted when nobody wants that any more.
 * @returns whether there was one with the same assistant, to which the visitor has agreed then.
 */
export async function restoreCall(
  luggage: Luggage,
  settings: Settings,
  signal: AbortSignal,
): Promise<boolean> {
  const isWanted = () => !signal.aborted && luggage.call.isOver;
  if (!isWanted()) return false;
  if (takeUp(luggage, settings)) return true;
  // Nobody could end a call with another assistant, if no element of that one is in this page.
  await new Promise<void>((resolve) => schedule(resolve, othersMs));
  const [key] = Object.keys(sessionStorage).filter((each) => each.startsWith(keptCallKey('')));
  if (key !== undefined && isWanted())
    takeUp(luggage, { ...settings, assistantId: key.slice(keptCallKey('').length) });
  return false;
}

/** @returns whether the record was of use. */
function takeUp(luggage: Luggage, settings: Settings): boolean {
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
