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
import { schedule, steadyMs } from '../platform/schedule.ts';
import type { CallController } from '../call/call-controller.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import type { PanelVisibility } from '../panel/panel-ports.ts';

/** The parts of a widget that go along to the next page. */
interface Luggage {
  readonly call: CallController;
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
  readonly lazyPanel: PanelVisibility;
}

/** The visitor has set out for another page. After this time it has taken up the call, or it never will. */
const onTheWayMs = 2_000;

/** Within this time, in milliseconds, another element of this page takes up its own call. */
const othersMs = 1_000;

/** Tells where the visitor is going, before they leave. Browsers that render no page ahead do not have it. */
interface Navigation {
  addEventListener(
    type: 'navigate',
    listener: (event: { readonly destination: { readonly sameDocument: boolean } }) => void,
    options: { readonly signal: AbortSignal },
  ): void;
}

/**
 * Prepares to keep the current call, or the one that is about to begin.
 * @returns a function that keeps the call now. It returns whether there was a call to keep.
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
  // A page that was rendered ahead reads storage when the visitor sets out. That is before they leave this page.
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
 * Takes up the call of an earlier page, and removes its record.
 * @param signal aborted when nobody wants that any more.
 * @returns whether there was one with the same assistant. The visitor has agreed to that one.
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
  // The button that the visitor held was on the earlier page, so nobody holds it now.
  const muted = kept.call.muted || settings.holdToTalk;
  luggage.call.restore({ ...kept.call, muted }, settings);
  luggage.lazyPanel.isCollapsed = kept.collapsed;
  return true;
}

function clocks(): Clocks {
  return { wallMs: Date.now(), steadyMs: steadyMs() };
}
