// Reads an assistant's id as a description of how the far end behaves:
//   assistant-<preset>[.<option>[=<value>]]…[~<tag>]
// It knows the grammar and the presets. It must not know calls.
import { SCENARIO_OPTIONS, type ScenarioOptions } from './scenario-options.ts';

export interface Scenario extends ScenarioOptions {
  readonly preset: string;
  /** Parts of the id that are no known option. With them a test can notice a misspelt id. */
  readonly unknown: readonly string[];
}

/** The presets, each as a list of options. */
export const PRESETS: Readonly<Record<string, string>> = {
  demo: '',
  'refuses-login': 'login=refuse',
  'never-answers-login': 'login=ignore',
  'never-ready': 'ready=never',
  unreged: 'state=UNREGED',
  'gateway-failed': 'state=FAILED',
  trying: 'state=TRYING',
  slow: 'rtt=200',
  'refuses-invite': 'invite=refuse',
  'never-answers-invite': 'invite=ignore',
  'hangs-up-before-answer': 'invite=hang-up.cause=CALL_REJECTED.cause-code=21',
  'early-media': 'early-media',
  'hangs-up-after': 'then=hang-up',
  'hangs-up-on-word': 'bye-on-word=bye',
  'drops-socket': 'then=drop',
  'drops-socket-for-good': 'then=drop.reconnect=refuse',
  'forgets-call': 'then=drop.reconnect=forget',
  punts: 'then=punt',
  'silent-socket': 'then=go-silent',
  'unknown-conversation': 'join=none',
  'no-audio': 'audio=none',
  'says-nothing': 'script=quiet.id=none',
  'sends-settings': 'settings',
  'calls-tool': 'tool=open_page',
  /** An id of Telnyx's form that no assistant has. */
  '00000000-0000-4000-8000-000000000000': 'login=refuse',
};

const PREFIX = 'assistant-';
const DEFAULT_PRESET = 'demo';

export function isAssistantId(text: string): boolean {
  return text.startsWith(PREFIX);
}

export function parseScenario(assistantId: string): Scenario {
  const [id = ''] = assistantId.split('~');
  const [name = '', ...given] = id.split('.');
  const named = isAssistantId(name) ? name.slice(PREFIX.length) : '';
  const preset = named in PRESETS ? named : DEFAULT_PRESET;
  const presetParts = (PRESETS[preset] ?? '').split('.').filter((part) => part !== '');

  const values: Record<string, unknown> = {};
  for (const [key, option] of Object.entries(SCENARIO_OPTIONS)) values[key] = option.absent;
  const unknown = [...presetParts, ...given].filter((part) => !apply(part, values));
  return { ...(values as ScenarioOptions), preset, unknown };
}

/** Sets the option that the part names. Returns false when there is no such option or value. */
function apply(part: string, values: Record<string, unknown>): boolean {
  const equals = part.indexOf('=');
  const name = equals < 0 ? part : part.slice(0, equals);
  const text = equals < 0 ? true : decode(part.slice(equals + 1));
  for (const [key, option] of Object.entries(SCENARIO_OPTIONS)) {
    if (option.name !== name) continue;
    const value = option.parse(text);
    if (value === undefined) return false;
    values[key] = value;
    return true;
  }
  return false;
}

/** A value may be URL-encoded: "%2E" stands for a dot, which would otherwise end the value. */
function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
