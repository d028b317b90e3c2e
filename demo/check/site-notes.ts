// What was seen of the site's own endpoints: `conversation-url` and `chat-url`. No words.

/** How an endpoint has answered one request. */
export interface ReplyNote {
  readonly method: 'GET' | 'POST';
  readonly beganAtMs: number;
  /** When its head had come; `null`: none came. */
  readonly repliedAtMs: number | null;
  readonly status: number | null;
  /** As "text/event-stream"; `null`: it names none. */
  readonly mediaType: string | null;
  readonly isRedirected: boolean;
  /** Why no reply could be read. */
  readonly failure: 'blocked' | 'other-origin' | 'unreachable' | 'timed-out' | null;
  /** Of a reply in JSON: the names of its fields. */
  readonly fields: readonly string[];
  /** Of a stream: its events by name, and how often each came. */
  readonly events: Readonly<Record<string, number>>;
}

export interface LookUpNotes {
  readonly reply: ReplyNote;
  /** The conversation that the site has named. */
  readonly id: string | null;
}

export interface ChatNotes {
  readonly reply: ReplyNote;
  /** How the answer ended: by `done`, by `error`, without either, or not at all. */
  readonly end: 'done' | 'error' | 'cut' | 'silent';
  /** When its first words came; `null`: none came. */
  readonly wordsAtMs: number | null;
  readonly endedAtMs: number;
  readonly conversationId: string | null;
  /** What was said before, asked for when the answer was whole. */
  readonly history: HistoryNotes | null;
}

export interface HistoryNotes {
  readonly reply: ReplyNote;
  /** `null`: it is no list. */
  readonly messages: number | null;
  /** Whether the typed message is among them. */
  readonly hasTyped: boolean;
}

export interface SiteNotes {
  readonly lookUp: LookUpNotes | null;
  readonly chat: ChatNotes | null;
}
