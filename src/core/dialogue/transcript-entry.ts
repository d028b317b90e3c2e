// The transcript as plain data. Entries and lists are replaced and never changed, because views
// compare them by identity.

export type Role = 'user' | 'assistant';

/** An answer may come as two streams: its text and the transcript of its audio. */
export type TextKind = 'text' | 'audio';

export type Delivery = 'sending' | 'sent' | 'failed';

/** Where an entry was said: in a call, by typing through the site, or on another day. */
export type Origin = 'call' | 'site' | 'history';

export interface TranscriptEntry {
  readonly id: string;
  readonly role: Role;
  readonly origin: Origin;
  /** Of the assistant's words, what a person may read: no speech markup. */
  readonly text: string;
  /** The text is complete. */
  readonly final: boolean;
  /** When the entry first appeared, in milliseconds since the epoch; 0: that is not known. */
  readonly at: number;
  /** The assistant was interrupted. */
  readonly interrupted: boolean;
  /** The delivery of a typed message. `null` for what was spoken. */
  readonly delivery: Delivery | null;
  /** `data:` and `https:` URLs; empty: there was one, on an earlier page. */
  readonly images: readonly string[];
  /** Known from an earlier page, with the call that goes on: it has been told there. */
  readonly isKept?: true;
}

/** What has arrived of a text, as it came: markup in it may be cut anywhere. */
export interface TextStream {
  readonly kind: TextKind;
  readonly text: string;
}

export interface TranscriptState {
  /** In the order in which they began. */
  readonly entries: readonly TranscriptEntry[];
  /** Maps the gateway's ids of items and responses to ids of entries. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /**
   * The texts that arrive piece by piece: by the id of their entry or, while they have no word to show,
   * by a name of their own.
   */
  readonly streams: ReadonlyMap<string, TextStream>;
  /** The gateway's ids of what was deleted, which does not come back. */
  readonly deleted: ReadonlyMap<string, true>;
  /** The id of the current response. */
  readonly response: string | null;
  readonly endedResponses: ReadonlyMap<string, boolean>;
}

/** The transcript before the first word. A new conversation begins with it. */
export const emptyTranscript: TranscriptState = {
  entries: [],
  names: new Map(),
  streams: new Map(),
  deleted: new Map(),
  response: null,
  endedResponses: new Map(),
};
