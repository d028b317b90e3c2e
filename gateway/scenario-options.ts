// The options of a scenario. Each has its name in an assistant id, its default and its parser.
import { fieldsOf, parseFields, textOf } from './fields.ts';

interface Option<Value> {
  readonly name: string;
  /** The value when the option is not given. */
  readonly absent: Value;
  /** Returns nothing when the text is no value of this option. An option without "=" gives `true`. */
  parse(text: string | true): Value | undefined;
}

function choice<Value extends string>(
  name: string,
  absent: Value,
  ...others: readonly Value[]
): Option<Value> {
  const values = [absent, ...others];
  return { name, absent, parse: (text) => values.find((value) => value === text) };
}

function number<Absent extends number | undefined>(
  name: string,
  absent: Absent,
  bare?: number,
): Option<number | Absent> {
  return {
    name,
    absent,
    parse: (text) => {
      if (text === true) return bare;
      const value = Number(text);
      return text !== '' && Number.isFinite(value) ? value : undefined;
    },
  };
}

function text<Absent extends string | undefined>(
  name: string,
  absent: Absent,
): Option<string | Absent> {
  return { name, absent, parse: (given) => (given === true ? undefined : given) };
}

function flag(name: string): Option<boolean> {
  return { name, absent: false, parse: (given) => (given === true ? true : undefined) };
}

interface ToolCall {
  readonly tool: string;
  /** JSON. */
  readonly arguments: string;
}

function toolCalls(name: string): Option<Readonly<Record<string, ToolCall>>> {
  const parseCall = (call: unknown): ToolCall => ({
    tool: textOf(fieldsOf(call).tool) ?? '',
    arguments: JSON.stringify(fieldsOf(call).arguments ?? {}),
  });
  return {
    name,
    absent: {},
    parse: (given) => {
      const calls = given === true ? undefined : parseFields(given);
      if (!calls) return undefined;
      return Object.fromEntries(
        Object.entries(calls).map(([word, call]) => [word, parseCall(call)]),
      );
    },
  };
}

export const SCENARIO_OPTIONS = {
  /** How a login is answered. `loginCode` is the error of a refused one; -32000 makes the SDK loop. */
  login: choice('login', 'accept', 'refuse', 'ignore'),
  loginCode: number('login-code', -32001),
  loginWords: text('login-words', 'Login Incorrect'),
  /** How many logins with this assistant are refused before one is accepted. */
  loginRefusedTimes: number('login-refused-times', 0),
  /** How many logins are refused of a client that comes back after it lost its socket in a call. */
  returnRefusedTimes: number('return-refused-times', 0),
  /** How long such a client's login waits for its answer, in milliseconds. */
  returnDelayMs: number('return-delay', 0),
  /** How a second login on a live socket (a token refresh) is answered. */
  refresh: choice('refresh', 'accept', 'refuse'),
  /** Whether clientReady follows the login's result. */
  ready: choice('ready', 'sent', 'never'),
  /** What gatewayState answers: REGED, UNREGED, FAILED, TRYING, … */
  state: text('state', 'REGED'),
  /** Added round trip in milliseconds. */
  rttMs: number('rtt', 0),

  /** How an invite is answered. */
  invite: choice('invite', 'answer', 'refuse', 'ignore', 'hang-up'),
  inviteCode: number('invite-code', -32002),
  answerDelayMs: number('answer-delay', 0),
  /** Sends the invite's result after the answer. Telnyx sends it before ("Calling" in docs/telnyx.md). */
  lateResult: flag('late-result'),
  /** Sends media for so many milliseconds before the answer. */
  earlyMediaMs: number('early-media', undefined, 400),
  /** Sends the answer twice in a row: the same, one that differs in small things, or media after it. */
  answerTwice: choice('answer-twice', 'no', 'same', 'different', 'as-media'),
  codec: choice('codec', 'any', 'opus', 'pcmu'),
  /** How many percent of the audio packets to the client are lost. */
  lossPercent: number('loss', 0),

  /** What happens `afterMs` into an active call. */
  happening: choice('then', 'nothing', 'hang-up', 'drop', 'punt', 'go-silent'),
  afterMs: number('after', 1000),
  /**
   * What happens when a client comes back that lost its socket in a call. `resume` goes on with the call as it was,
   * and says nothing of it. `attach-mute` offers the call again, and sends no sound in it.
   */
  reconnect: choice('reconnect', 'attach', 'attach-mute', 'forget', 'refuse', 'resume'),
  /** The assistant says goodbye and hangs up after so many spoken turns, or when this word is typed. */
  byeOnTurn: number('bye-on-turn', undefined),
  byeOnWord: text('bye-on-word', undefined),
  cause: text('cause', 'NORMAL_CLEARING'),
  causeCode: number('cause-code', 16),

  /** Which conversation ids can be joined: those that this gateway knows, any, or none. */
  join: choice('join', 'known', 'any', 'none'),
  joinFailure: choice(
    'join-failure',
    'bye-after-answer',
    'bye-before-answer',
    'invite-error',
    'login-error',
  ),
  joinFailureMs: number('join-failure-after', 200),
  /** Where the client can read the conversation's id. */
  idForm: choice(
    'id',
    'session-created',
    'params',
    'response',
    'answer-header',
    'ringing-header',
    'none',
  ),

  /** With `quiet` the assistant neither greets nor answers. The gateway still sends silence. */
  script: choice('script', 'talk', 'quiet'),
  audio: choice('audio', 'sent', 'none'),
  /** Writes a mark for the voice before each line: one that Telnyx documents, or one of a voice to come. */
  marks: choice('marks', 'none', 'known', 'new'),
  /**
   * A spoken answer begins exactly so many milliseconds after the gateway heard the caller's speech end,
   * even soon after another answer. Without this option it begins when the caller has paused long enough.
   */
  answerAfterMs: number('answer-after', undefined),
  /** Sends a steady tone instead of speech. */
  toneHz: number('tone', undefined, 440),
  /** Sends widget_settings after clientReady. */
  settings: flag('settings'),
  /** The client tool to call after the greeting, and its arguments (URL-encoded JSON). */
  tool: text('tool', undefined),
  toolArguments: text('tool-arguments', '{"path":"/pricing"}'),
  /** When that tool is called. Around the answer there is nothing else between the two frames. */
  toolMoment: choice('tool-at', 'greeting', 'before-answer', 'after-answer'),
  /**
   * Which client tool to call when a word is typed, as URL-encoded JSON:
   * `{"lamp": {"tool": "open_product", "arguments": {"id": "lamp"}}}`.
   */
  toolsByWord: toolCalls('tools-by-word'),
};

type Options = typeof SCENARIO_OPTIONS;

export type ScenarioOptions = {
  readonly [Name in keyof Options]: Options[Name]['absent'] | ValueOf<Options[Name]>;
};

type ValueOf<Kind> = Kind extends Option<infer Value> ? Value : never;
