// What the eager part of the element offers to the code of a call.

import type { ReactiveControllerHost } from '@lit/reactive-element';
import type { Mode, Placement, Preload, ResumeMode, Theme } from '../element/attributes.ts';
import type { CallState } from '../core/call/call-state.ts';
import type { WaitLimits } from '../core/call/call-waits.ts';
import type { ClientTools } from '../core/dialogue/client-tools.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import type { TelnyxCallEventDetails, TelnyxCallEventName } from './events.ts';
import type { Credentials } from '../core/call/credentials.ts';
import type { Dictionary } from '../i18n/dictionary.ts';
import type { StringOverrides } from '../i18n/string-overrides.ts';

/** The author's configuration, as the element's properties give it. Empty strings mean: not set. */
export interface CallHost extends ReactiveControllerHost, HTMLElement {
  readonly assistantId: string;
  readonly assistantVersion: string;
  readonly conversationId: string;
  readonly resume: ResumeMode;
  readonly resumeHours: number;
  readonly variables: Variables;
  readonly callerName: string;
  readonly region: string;
  readonly gatewayUrl: string;
  readonly conversationUrl: string;
  readonly chatUrl: string;
  readonly mode: Mode;
  readonly tokenUrl: string;
  readonly destination: string;
  readonly theme: Theme;
  readonly preload: Preload;
  readonly noTrickleIce: boolean;
  readonly callReports: boolean;
  readonly noTranscript: boolean;
  readonly noText: boolean;
  readonly noMarkdown: boolean;
  readonly feedback: boolean;
  readonly allowRemoteLogo: boolean;
  readonly debug: boolean;
  readonly requireConsent: boolean;
  readonly keepAcrossPages: boolean;
  readonly tools: ClientTools;
  readonly iceServers: readonly RTCIceServer[] | null;
  readonly credentials: Credentials | null;
  readonly strings: StringOverrides;
  readonly callState: CallState;
  readonly waitLimitsMs: Partial<WaitLimits>;
}

/** What the widget around the call needs beside that. */
export interface WidgetHost extends CallHost {
  readonly dismissible: boolean;
  readonly placement: Placement;
  call(): Promise<void>;
  expand(): void;
}

export interface StartOptions {
  /** Begins a new conversation. */
  readonly startOver?: boolean;
  /** Ends a call with the same assistant in another tab. */
  readonly takeOver?: boolean;
  /** Without the microphone: the visitor listens and types. */
  readonly listenOnly?: boolean;
}

export interface CallStage {
  readonly host: CallHost;
  /** What plays the assistant's voice; there from the first click on. */
  readonly audio: HTMLAudioElement | undefined;
  /** The texts of the language in use, as far as they are there. */
  readonly localization: { readonly texts: Partial<Dictionary> };
  /** Asks the page, then starts a call. */
  start(options?: StartOptions): Promise<void>;
  /** Ends the call, or gives up what was to become one. */
  hangUp(by: 'visitor' | 'page'): Promise<void>;
  /** The visitor no longer agrees: ends what goes on, and the next call asks again. */
  withdrawConsent(by: 'visitor' | 'page'): void;
  /** Makes a state of the call the element's; told as an event if it is a change. */
  report(state: CallState): void;
  tell<Name extends TelnyxCallEventName>(name: Name, detail: TelnyxCallEventDetails[Name]): void;
}
