// What is kept of a frame of the socket: its kind, the names of its fields, and a few facts. No words.

export interface FrameNote {
  readonly atMs: number;
  readonly from: 'page' | 'server';
  readonly kind: 'request' | 'result' | 'error' | 'unreadable';
  /** Of a reply: that of the request which it answers; `null` if there is none. */
  readonly method: string | null;
  /** `params.type`, which tells what an `ai_conversation` is. */
  readonly type: string | null;
  /** The id of the request, which its reply has too. */
  readonly requestId: string | null;
  /** The names of all fields, as "params.item.id". */
  readonly fields: readonly string[];
  /** Whether it has a `voice_sdk_id`. */
  readonly namesServer: boolean;
  readonly error: { readonly code: number | null; readonly words: string } | null;
  /** The text of a reply, if it is one that we know; "other words" if not. */
  readonly replyText: string | null;
  readonly gatewayState: string | null;
  /** Where it names a conversation. */
  readonly conversations: readonly FoundId[];
  /** The conversation that the widget's own reader finds in it. */
  readonly readConversation: string | null;
  readonly item: ItemNote | null;
  /** A mark for the voice is in its text. */
  readonly hasMarks: boolean;
  readonly settings: SettingsNote | null;
  /** Of a goodbye, as "NORMAL_CLEARING 16". */
  readonly cause: string | null;
  /** How many calls the server has kept for a client that came back. */
  readonly reattached: number | null;
  /** How many ICE candidates stand in its session description. */
  readonly candidates: number | null;
}

export interface FoundId {
  /** As "params.session.conversation_id". */
  readonly place: string;
  readonly id: string;
}

export interface ItemNote {
  readonly id: string | null;
  readonly type: string | null;
  readonly role: string | null;
}

export interface SettingsNote {
  /** The key that they stand under in `params`; empty: in `params` itself; `null`: no known field is there. */
  readonly place: string | null;
  /** The key of the list of tools. */
  readonly toolsKey: string | null;
  readonly tools: readonly string[];
  /** Whether the widget's own reader understands them. */
  readonly isRead: boolean;
}
