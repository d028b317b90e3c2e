// What the check does in its first call: it listens, asks to be spoken to, types, asks for a tool, and cuts
// the socket.

import type { TelnyxAiCall } from '../../../src/index.ts';
import { audibleLevel } from '../audible-level.ts';
import type { CheckOptions } from '../check-options.ts';
import { packetsSince } from '../packets-since.ts';
import type { CallNotebook } from './call-notebook.ts';
import type { TriedCall } from './try-call.ts';
import { typedText } from './typed-text.ts';
import type { WatchedSockets } from './watch-sockets.ts';

/** The element itself waits for 30 s until the session is whole again, and for 8 s until the sound is. */
const returnLimitMs = 38_000;
const soundAgainLimitMs = 5_000;

export interface Prompts {
  /** What the check is doing. */
  now(doing: string): void;
  /** The visitor should say something now. */
  speak(): void;
  /** The visitor need not say anything any more. */
  rest(): void;
}

export async function tryConversation(
  call: TriedCall,
  sockets: WatchedSockets,
  options: CheckOptions,
  prompts: Prompts,
): Promise<void> {
  const { patienceMs } = options;
  for (const tool of toolsOf(call.notebook)) registerTool(call.element, tool);
  prompts.now('Listening to the assistant …');
  await listen(call, patienceMs);
  if (!call.notebook.isOver) prompts.speak();
  prompts.now('Waiting for your words …');
  await waitForVisitor(call, patienceMs);
  prompts.rest();
  // What the assistant answers from now on is an answer to what was typed.
  call.element.mute();
  prompts.now('Typing to the assistant …');
  await type(call, patienceMs);
  await useTool(call, options);
  call.element.unmute();
  prompts.now('Cutting the socket: the call should go on …');
  await cut(call, sockets);
}

/** Waits for the greeting. An assistant may also wait for the visitor's word. */
async function listen(call: TriedCall, patienceMs: number): Promise<void> {
  const { notebook } = call;
  const hasGreeted = () =>
    notebook.sound.some(({ levelIn }) => levelIn > audibleLevel) &&
    notebook.events('words').some(({ role, isEmpty }) => role === 'assistant' && !isEmpty);
  await call.until(hasGreeted, patienceMs / 2);
}

async function waitForVisitor(call: TriedCall, patienceMs: number): Promise<void> {
  const { notebook } = call;
  notebook.mark('asked-to-speak');
  const isWritten = () =>
    notebook.events('words').some(({ role, isFinal, isEmpty }) => {
      return role === 'user' && isFinal && !isEmpty;
    });
  await call.until(isWritten, patienceMs);
}

async function type(call: TriedCall, patienceMs: number): Promise<void> {
  const { notebook, element } = call;
  if (notebook.isOver) return;
  const typedAtMs = notebook.mark('typed');
  element.sendText(typedText).catch(() => notebook.mark('typing-failed'));
  const isLater = ({ atMs }: { atMs: number }) => atMs > typedAtMs;
  const isAnswered = () =>
    notebook.events('words').some((note) => isLater(note) && note.role === 'assistant') &&
    notebook.frames.some(({ item, from, atMs }) => {
      return from === 'server' && item?.role === 'user' && atMs > typedAtMs;
    });
  await call.until(isAnswered, patienceMs);
}

async function useTool(call: TriedCall, { tool, patienceMs }: CheckOptions): Promise<void> {
  const { notebook, element } = call;
  const named = tool || toolsOf(notebook)[0];
  if (named === undefined || notebook.isOver) return;
  const isDone = () => notebook.events('tool').some(({ status }) => status !== 'started');
  const askedAtMs = notebook.mark('asked-for-tool');
  if (!isDone()) {
    element.sendText(toolSentence(named)).catch(() => undefined);
    await call.until(isDone, patienceMs);
  }
  const answered = () =>
    notebook.events('words').some(({ role, atMs }) => role === 'assistant' && atMs > askedAtMs);
  await call.until(answered, patienceMs / 4);
}

function toolsOf({ frames }: CallNotebook): readonly string[] {
  return frames.flatMap(({ settings }) => settings?.tools ?? []);
}

/** Tools of the site do nothing here: the check answers in their place. */
export function registerTool(element: TelnyxAiCall, name: string): void {
  try {
    element.registerTool(name, () => 'The page has answered.');
  } catch {
    // Telnyx accepts no tool of such a name either; the step says that it was never asked.
  }
}

export function toolSentence(tool: string): string {
  return `Please use your tool ${tool} now.`;
}

async function cut(call: TriedCall, sockets: WatchedSockets): Promise<void> {
  const { notebook } = call;
  if (notebook.isOver) return;
  const cutAtMs = notebook.mark('cut');
  sockets.cut();
  const statesSince = () => notebook.events('state').filter(({ atMs }) => atMs >= cutAtMs);
  const isBack = () =>
    statesSince().some(({ state }) => state === 'reconnecting') && notebook.isActive;
  if (!(await call.until(isBack, returnLimitMs))) return;
  const backAtMs = statesSince().at(-1)?.atMs ?? cutAtMs;
  await call.until(() => packetsSince(notebook.sound, backAtMs) > 0, soundAgainLimitMs);
}
