// What the gateway tells tests about its sessions: the JSON of the control API. Types only.

export interface FrameRecord {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** The method; `result` or `error` for replies, the `type` of frames without a method. */
  readonly method: string;
  readonly id?: unknown;
  /** What the frame carried: its params, its result or its error. */
  readonly params: unknown;
}

export interface ByeRecord {
  readonly atMs: number;
  readonly from: 'client' | 'gateway';
  readonly cause: string | null;
  readonly causeCode: number | null;
}

/** The caller's sound, over the last second. Samples are 16-bit. */
export interface HeardRecord {
  readonly packets: number;
  readonly rms: number;
  readonly peak: number;
  readonly dominantHz: number;
}

/** What the caller heard first after each turn; milliseconds since the epoch, to a fraction. */
export interface AnswerRecord {
  /** When the last of the caller's speech arrived; `null` before the first turn: the greeting. */
  readonly speechEndedAtMs: number | null;
  /** When the first audible sample of the answer was sent. */
  readonly answerBeganAtMs: number;
  /** Which sample that was, on the clock of the stream: its rate is the codec's. */
  readonly rtpTimestamp: number;
}

export type CallEnd = 'client' | 'gateway' | 'forgotten' | 'lost';

export interface CallRecord {
  readonly callId: string;
  readonly state: 'ringing' | 'active' | 'ended';
  readonly endedBy: CallEnd | null;
  /** The params of the invite. */
  readonly invite: unknown;
  readonly codec: 'opus' | 'pcmu' | null;
  readonly conversationId: string | null;
  /** How often the call was taken up again on a new socket. */
  readonly attached: number;
  readonly heard: HeardRecord;
  readonly turns: number;
  readonly answers: readonly AnswerRecord[];
  readonly byes: readonly ByeRecord[];
}

export interface SessionRecord {
  readonly id: string;
  readonly assistantId: string;
  readonly preset: string;
  /** Parts of the assistant id that meant nothing. */
  readonly unknownOptions: readonly string[];
  /** Whether its socket is open. */
  readonly open: boolean;
  /** Sockets that were turned away after the session had been dropped for good. */
  readonly refusedSockets: number;
  /** The params of the last login. */
  readonly login: unknown;
  readonly joinedConversationId: string | null;
  readonly conversationId: string | null;
  readonly received: readonly FrameRecord[];
  readonly sent: readonly FrameRecord[];
  readonly calls: readonly CallRecord[];
}

export interface ConversationMessage {
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

export interface ConversationRecord {
  readonly id: string;
  readonly assistantId: string;
  readonly createdAtMs: number;
  readonly messages: readonly ConversationMessage[];
}

/** A call report as it was posted, never parsed. */
export interface CallReportRecord {
  readonly atMs: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
