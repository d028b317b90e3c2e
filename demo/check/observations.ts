// What a check has seen, as plain data. Judges read it; they see neither a page nor a socket.

import type { EventNote } from './event-note.ts';
import type { FrameNote } from './frame-note.ts';
import type { SiteNotes } from './site-notes.ts';

/** The calls of a check, in their order. */
export const callNames = [
  'first',
  'second',
  'made-up',
  'unknown-assistant',
  'token',
  'typed',
] as const;
export type CallName = (typeof callNames)[number];

export interface Observations {
  readonly page: PageNotes | null;
  readonly code: CodeNotes | null;
  readonly calls: Readonly<Partial<Record<CallName, CallNotes>>>;
  readonly site: SiteNotes;
  readonly asked: Asked;
  /** The time was up before everything was tried. */
  readonly isCutShort: boolean;
}

/** What the reader of the report has asked for. */
export interface Asked {
  /** Calls go to Telnyx, and to no other signaling server. */
  readonly isTelnyx: boolean;
  /** The client tool that the assistant should use; empty: one that its settings name. */
  readonly tool: string;
  readonly byToken: boolean;
  /** Whether the site's endpoints were given. */
  readonly conversation: boolean;
  readonly chat: boolean;
}

export interface PageNotes {
  readonly ms: number;
  readonly isSecure: boolean;
  /** What a call needs and the browser does not have. */
  readonly missing: readonly string[];
  readonly isOnline: boolean;
  /** Whether the page's Permissions-Policy allows a microphone; `null` where the browser does not tell. */
  readonly isMicrophoneAllowed: boolean | null;
  /** The name of the browser's error, or nothing. */
  readonly microphoneError: string | null;
}

export interface CodeNotes {
  /** How long the element took to load. */
  readonly ms: number;
}

export interface SocketNote {
  readonly beganAtMs: number;
  readonly openedAtMs: number | null;
  readonly closedAtMs: number | null;
}

export interface SoundNote {
  readonly atMs: number;
  /** Counts the page's peer connections. */
  readonly connection: number;
  readonly packetsIn: number;
  readonly packetsOut: number;
  /** From 0 to 1. */
  readonly levelIn: number;
  readonly levelOut: number;
  /** The kinds of both ends, as "host to srflx over udp". */
  readonly path: string | null;
}

/** Moments at which the check did something. */
export type Moment =
  | 'asked-to-speak'
  | 'typed'
  | 'typing-failed'
  | 'asked-for-tool'
  | 'cut'
  | 'hanging-up'
  | 'hung-up'
  | 'done';

export interface CallNotes {
  readonly beganAtMs: number;
  readonly moments: Readonly<Partial<Record<Moment, number>>>;
  readonly events: readonly EventNote[];
  readonly frames: readonly FrameNote[];
  readonly sockets: readonly SocketNote[];
  readonly sound: readonly SoundNote[];
  /** The page's policy kept the socket from being opened. */
  readonly isBlockedByPolicy: boolean;
  /** The conversation that the call was to join. */
  readonly conversationId: string | null;
}
