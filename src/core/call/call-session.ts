// The port to the far end: what a call needs of a session of signaling and media. `telnyx/`
// implements it over the SDK, tests implement it with a fake.

import type { CallError } from './call-error.ts';
import type { CallIds } from './call-state.ts';

export interface CallSession {
  /** Opens the socket and logs in. Progress and failures arrive as events. */
  connect(): void;
  /** Dials. From here on the stream belongs to the session. */
  dial(microphone: MediaStream): void;
  /** Replaces the microphone that was dialled with. */
  useMicrophone(microphone: MediaStream): void;
  setMuted(muted: boolean): void;
  /** Resolves when the message has arrived, as far as can be known. */
  sendMessage(text: string, images: readonly string[]): Promise<void>;
  /**
   * Gives the assistant the result of a tool. While the connection is down, the result waits for
   * it.
   */
  answerTool(callId: string, output: string): void;
  /** Logs in again with a new token. Rejects when the far end refuses. */
  renewLogin(token: string): Promise<void>;
  /**
   * Says goodbye, stops all media and closes the socket. It may be called at any time and never
   * rejects.
   */
  close(): Promise<void>;
}

export type SessionEvent =
  | { readonly type: 'socket-opened' }
  | { readonly type: 'logged-in' }
  | { readonly type: 'ready' }
  | { readonly type: 'answered'; readonly ids: CallIds }
  /** The first media of the far end arrived. */
  | { readonly type: 'media-flowing' }
  /** The assistant said something, by voice or in text. */
  | { readonly type: 'assistant-heard' }
  | { readonly type: 'muted'; readonly muted: boolean }
  /** The far end no longer hears the microphone that was given to the session. */
  | { readonly type: 'microphone-dropped' }
  | { readonly type: 'conversation-learned'; readonly id: string }
  | { readonly type: 'connection-dropped' }
  | { readonly type: 'hung-up'; readonly cause: string | null }
  /** The login was refused, as it may be before all servers of the gateway know of the assistant. */
  | { readonly type: 'refused-for-now'; readonly error: CallError }
  | { readonly type: 'failed'; readonly error: CallError };
