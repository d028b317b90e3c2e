// What the eager part of the widget does for the lazy part. It offers no settings to read at any time:
// they come as snapshots, with what begins and with each rendering.

import type { ReactiveControllerHost } from '@lit/reactive-element';
import type { CallAttempt } from '../core/call/call-attempt.ts';
import type { CallState } from '../core/call/call-state.ts';
import type { TelnyxCallEventDetails, TelnyxCallEventName } from './events.ts';
import type { Settings } from './settings.ts';

/** Ends a call, or an attempt to have one. */
export type EndedBy = 'visitor' | 'page';

export interface StartOptions {
  /** Begins a new conversation. */
  readonly startOver?: boolean;
  /** Ends a call with the same assistant in another tab. */
  readonly takeOver?: boolean;
  /** Calls without the microphone: the visitor listens and types. */
  readonly listenOnly?: boolean;
}

/** An event for the page. */
export type News = {
  readonly [Name in TelnyxCallEventName]: {
    readonly name: Name;
    readonly detail: TelnyxCallEventDetails[Name];
  };
}[TelnyxCallEventName];

/** Tells the page. */
export interface EventPort {
  tell<Name extends TelnyxCallEventName>(name: Name, detail: TelnyxCallEventDetails[Name]): void;
  /** Something that is shown has changed. */
  requestUpdate(): void;
}

export interface CallPort extends EventPort {
  /** Plays the assistant's voice; it exists from the first press on. */
  readonly audio: HTMLAudioElement | undefined;
  /** Whether the call that begins now was muted ahead. */
  takeMuted(): boolean;
  /**
   * The call has come to another state.
   * @param news what the page is told after the state, in this order.
   */
  report(state: CallState, news: readonly News[]): void;
}

export interface WidgetPort extends CallPort {
  /** Controllers are attached here, and listeners added. */
  readonly element: ReactiveControllerHost & HTMLElement;
  /** What has become of the last wish for a call. */
  readonly attempt: CallAttempt;
  /** Whether the visitor has agreed, in this page or on the one before. */
  readonly hasAgreed: boolean;
  /** Takes a snapshot now, for something that begins now. */
  takeSettings(): Settings;
  /** Asks the page, then starts a call. */
  start(options: StartOptions): Promise<void>;
  hangUp(by: EndedBy): Promise<void>;
  /** Ends what goes on, and forgets; the next call asks for consent again. */
  withdrawConsent(by: EndedBy): void;
}
