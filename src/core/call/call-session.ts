// The port to the far end: what a call needs of a signaling and media session. `session/` implements
// it over the Telnyx SDK, tests with a fake.

import type { CallError } from './call-error.ts';
import type { CallIds } from './call-state.ts';

export interface CallSession {
  /** Opens the socket and logs in; progress and failures arrive as events. */
  connect(): void;
  /** Places the call with an open microphone. The session owns the stream from here on. */
  dial(microphone: MediaStream): void;
  /** Another microphone takes the place of the one that was dialled with. */
  useMicrophone(microphone: MediaStream): void;
  setMuted(muted: boolean): void;
  /** Resolves when the message is known, or must be taken, to have arrived. */
  sendMessage(text: string, images: readonly string[]): Promise<void>;
  /** Gives the assistant the result of a tool; as soon as the connection is back, if it is away. */
  answerTool(callId: string, output: string): void;
  /** Logs in once more; rejects when the far end refuses. */
  renewLogin(token: string): Promise<void>;
  /** Says goodbye, stops all media, closes the socket. Never rejects; may be called at any time. */
  close(): Promise<void>;
}

export type SessionEvent =
  | { readonly type: 'socket-opened' }
  | { readonly type: 'logged-in' }
  | { readonly type: 'ready' }
  | { readonly type: 'answered'; readonly ids: CallIds }
  /** The first media arrived from the far end. */
  | { readonly type: 'media-flowing' }
  /** The assistant said something, in sound or in text. */
  | { readonly type: 'assistant-heard' }
  | { readonly type: 'muted'; readonly muted: boolean }
  /** The far end hears another microphone than the one that was dialled with, or none. */
  | { readonly type: 'microphone-dropped' }
  | { readonly type: 'conversation-learned'; readonly id: string }
  | { readonly type: 'connection-dropped' }
  /** The far end hung up. */
  | { readonly type: 'hung-up'; readonly cause: string | null }
  | { readonly type: 'failed'; readonly error: CallError };
