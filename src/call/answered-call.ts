// What goes along with a call from its answer on. None of it may hold up the answer, so it is fetched then.

import type { Settings } from '../contract/settings.ts';
import type { CallPort } from '../contract/widget-port.ts';
import { ignoreFailure } from '../core/ignore-failure.ts';
import type { LiveCall } from '../core/call/call-model.ts';
import { type CallIds, isLive } from '../core/call/call-state.ts';
import { waitLimit } from '../core/call/call-waits.ts';
import { answerLimitMs, type SoundTrouble } from '../core/call/sound-trouble.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import { keepAwake } from '../platform/keep-awake.ts';
import { lookUpConversation } from '../platform/site/look-up-conversation.ts';
import { type CallControls, takeMediaSession } from '../platform/media-session.ts';
import type { CallRequest } from './call-request.ts';
import { LatencyWatch } from './latency-watch.ts';
import { SoundWatch, type WatchedCall } from './sound-watch.ts';

interface OwnCall extends WatchedCall, CallControls {
  readonly answered: AnsweredCall | null;
}

interface Company {
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
}

export class AnsweredCall {
  #latency: LatencyWatch | null = null;
  #sound: SoundWatch | null = null;
  readonly #ends: (() => void)[] = [];

  constructor(
    port: CallPort,
    call: OwnCall,
    { conversation, dialogue }: Company,
    request: CallRequest,
    { ids, answeredAtMs }: LiveCall,
  ) {
    void learnFromSite(request.settings, ids, conversation, () => call.answered === this);
    // This code came late: the call is over, so there is nothing left to watch.
    if (!isLive(call.model.state)) return;
    // The call works without any of them: a page may have broken what they take.
    const { pressedAtMs } = request;
    ignoreFailure(() => {
      const latency = new LatencyWatch(port, { pressedAtMs, answeredAtMs }, () => call.microphone);
      this.#latency = latency;
      this.#ends.push(() => latency.end());
    });
    const limitMs = waitLimit(request.settings.waitLimitsMs.silence, answerLimitMs);
    const waitingSinceMs = () => this.#latency?.waitingSinceMs ?? null;
    ignoreFailure(() => {
      const sound = new SoundWatch(port, call, { dialogue, waitingSinceMs, limitMs });
      this.#sound = sound;
      this.#ends.push(() => sound.end());
    });
    ignoreFailure(() => this.#ends.push(keepAwake()));
    ignoreFailure(() => this.#ends.push(takeMediaSession(call)));
  }

  /** Tells the developer how long the visitor waited. It is always in English. */
  get timings(): string {
    const { answer, start, turn } = this.#latency?.timings ?? {};
    const waits = { answered: answer, 'first sound': start, 'last turn': turn };
    return Object.entries(waits)
      .filter(([, ms]) => ms !== undefined)
      .map(([name, ms]) => `${name} ${Math.round(ms ?? NaN)} ms`)
      .join(' · ');
  }

  get soundTrouble(): SoundTrouble | null {
    return this.#sound?.trouble ?? null;
  }

  end(): void {
    for (const end of this.#ends) ignoreFailure(end);
  }
}

/** Asks the site which conversation it is, if the gateway does not tell. */
async function learnFromSite(
  { assistantId, chatUrl, conversationUrl }: Settings,
  ids: CallIds,
  conversation: ConversationKeeper,
  isLast: () => boolean,
): Promise<void> {
  // With `chatUrl` the site is asked in any case: it learns whose conversation it is.
  if (!conversationUrl || (!chatUrl && conversation.current)) return;
  const id = await lookUpConversation(conversationUrl, assistantId, ids);
  if (id !== null && isLast() && !conversation.current) conversation.learn(id, 'site');
}
