// The transcript as plain data. Entries and lists are replaced, never changed: views compare them
// by identity.

export type Role = 'user' | 'assistant';

/** Two streams may spell out one answer: its text, and the transcript of its audio. */
export type TextKind = 'text' | 'audio';

export type Delivery = 'sending' | 'sent' | 'failed';

export interface TranscriptEntry {
  readonly id: string;
  readonly role: Role;
  readonly text: string;
  /** The text will not grow any more. */
  readonly final: boolean;
  /** When it first appeared, in milliseconds since the epoch. */
  readonly at: number;
  /** The assistant was cut off. */
  readonly interrupted: boolean;
  /** Of what the visitor typed; `null` for what was spoken. */
  readonly delivery: Delivery | null;
  /** `data:` and `https:` URLs. */
  readonly images: readonly string[];
}

export interface TranscriptState {
  /** In the order of their first words. */
  readonly entries: readonly TranscriptEntry[];
  /** What the gateway calls them: from its ids of items and responses to ids of entries. */
  readonly names: ReadonlyMap<string, readonly string[]>;
  /** By id of entry: the stream that its text is taken from. */
  readonly kinds: ReadonlyMap<string, TextKind>;
  /** The response that is under way. */
  readonly response: string | null;
  readonly endedResponses: ReadonlyMap<string, true>;
}

/** Before the first word; also how a new conversation begins. */
export const emptyTranscript: TranscriptState = {
  entries: [],
  names: new Map(),
  kinds: new Map(),
  response: null,
  endedResponses: new Map(),
};
