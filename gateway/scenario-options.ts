// The options a scenario is made of, each with its name in an assistant id, its default and its parser.
import { fieldsOf, parseFields, textOf } from './fields.ts';

interface Option<Value> {
  readonly name: string;
  /** The value when the option is not given. */
  readonly absent: Value;
  /** Nothing when the text is not a value of this option. `true` stands for an option without "=". */
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
  /** How a login is met; `loginCode` is the error of a refused one (-32000 makes the SDK loop). */
  login: choice('login', 'accept', 'refuse', 'ignore'),
  loginCode: number('login-code', -32001),
  /** How a further login on a live socket (a token refresh) is met. */
  refresh: choice('refresh', 'accept', 'refuse'),
  /** Whether clientReady follows the login's result. */
  ready: choice('ready', 'sent', 'never'),
  /** What gatewayState answers: REGED, UNREGED, FAILED, TRYING, … */
  state: text('state', 'REGED'),
  /** Extra milliseconds a frame takes to the gateway and back. */
  rttMs: number('rtt', 0),

  /** How an invite is met. */
  invite: choice('invite', 'answer', 'refuse', 'ignore', 'hang-up'),
  inviteCode: number('invite-code', -32002),
  answerDelayMs: number('answer-delay', 0),
  /** The invite's result comes after the answer: against the rules (C.3), and a trap. */
  lateResult: flag('late-result'),
  /** Media before the answer, for so many milliseconds. */
  earlyMediaMs: number('early-media', undefined, 400),
  codec: choice('codec', 'any', 'opus', 'pcmu'),
  /** So many in a hundred of the audio's packets are lost on the way to the client. */
  lossPercent: number('loss', 0),

  /** What happens `afterMs` into an active call. */
  happening: choice('then', 'nothing', 'hang-up', 'drop', 'punt', 'go-silent'),
  afterMs: number('after', 1000),
  /** What a client that lost its socket in a call finds when it comes back. */
  reconnect: choice('reconnect', 'attach', 'forget', 'refuse'),
  /** The assistant takes leave after so many spoken turns, or when this word is typed. */
  byeOnTurn: number('bye-on-turn', undefined),
  byeOnWord: text('bye-on-word', undefined),
  cause: text('cause', 'NORMAL_CLEARING'),
  causeCode: number('cause-code', 16),

  /** Which conversation ids can be joined: those this gateway knows, any, or none. */
  join: choice('join', 'known', 'any', 'none'),
  joinFailure: choice(
    'join-failure',
    'bye-after-answer',
    'bye-before-answer',
    'invite-error',
    'login-error',
  ),
  joinFailureMs: number('join-failure-after', 200),
  /** Where the client can learn the conversation's id. */
  idForm: choice(
    'id',
    'session-created',
    'params',
    'response',
    'answer-header',
    'ringing-header',
    'none',
  ),

  /** `quiet` neither greets nor answers; silence is still sent. */
  script: choice('script', 'talk', 'quiet'),
  audio: choice('audio', 'sent', 'none'),
  /**
   * Spoken answers begin to be heard exactly so many milliseconds after the caller's speech ended, as
   * the gateway hears it; also soon after another. Else as soon as the caller's pause is long enough.
   */
  answerAfterMs: number('answer-after', undefined),
  /** A steady tone instead of speech. */
  toneHz: number('tone', undefined, 440),
  /** widget_settings after clientReady. */
  settings: flag('settings'),
  /** The client tool that is called after the greeting, and its arguments (URL-encoded JSON). */
  tool: text('tool', undefined),
  toolArguments: text('tool-arguments', '{"path":"/pricing"}'),
  /**
   * The client tools that typed words have called, as URL-encoded JSON:
   * `{"lamp": {"tool": "open_product", "arguments": {"id": "lamp"}}}`.
   */
  toolsByWord: toolCalls('tools-by-word'),
};

type Options = typeof SCENARIO_OPTIONS;

export type ScenarioOptions = {
  readonly [Name in keyof Options]: Options[Name]['absent'] | ValueOf<Options[Name]>;
};

type ValueOf<Kind> = Kind extends Option<infer Value> ? Value : never;
