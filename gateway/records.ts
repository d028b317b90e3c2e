// What the gateway tells tests about its sessions: the JSON of the control API.
import type { CodecName } from './offered-codecs.ts';

export interface FrameRecord {
  /** Milliseconds since the epoch. */
  readonly atMs: number;
  /** The method. For replies it is `result` or `error`; for frames without a method, their `type`. */
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

/** The caller's sound in the last second. Samples have 16 bits. */
export interface HeardRecord {
  readonly packets: number;
  readonly rms: number;
  readonly peak: number;
  readonly dominantHz: number;
}

/** When the answer to a turn began. Times are milliseconds since the epoch, with fractions. */
export interface AnswerRecord {
  /** When the last of the caller's speech arrived. `null` for the greeting, which comes before any turn. */
  readonly speechEndedAtMs: number | null;
  /** When the first audible sample of the answer was sent. */
  readonly answerBeganAtMs: number;
  /** The number of that sample on the clock of the stream, which runs at the codec's rate. */
  readonly rtpTimestamp: number;
}

export type CallEnd = 'client' | 'gateway' | 'forgotten' | 'lost';

export interface CallRecord {
  readonly callId: string;
  readonly state: 'ringing' | 'active' | 'ended';
  readonly endedBy: CallEnd | null;
  /** The params of the invite. */
  readonly invite: unknown;
  readonly codec: CodecName | null;
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
  /** Parts of the assistant id that are no known option. */
  readonly unknownOptions: readonly string[];
  /** Whether its socket is open. */
  readonly open: boolean;
  /** How many sockets were turned away after the session had been dropped for good. */
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
