// Brings the preview's element into a state through its real code, against the local gateway: by a press, as a
// visitor would, or by the public method for a call. Only the microphone is a silent one, so that nobody is asked for theirs.

import { GatewayClient } from '../../../gateway/gateway-client.ts';
import type { TelnyxAiCall } from '../../../src/index.ts';
import { delta, ended, heard, said, started } from '../../../test/support/assistant-frames.ts';
import type { PreviewState } from '../fields/studio-fields.ts';

const longestWaitMs = 30_000;

/** The practice assistant that a state takes: the gateway reads its behaviour from the id. */
const scripts: Readonly<Partial<Record<PreviewState, string>>> = {
  connecting: 'assistant-never-answers-invite',
  problem: 'assistant-refuses-invite',
  speaking: 'assistant-demo.script=quiet',
  ended: 'assistant-demo.script=quiet',
  aside: 'assistant-demo.script=quiet',
};

export function practiceIdOf(state: PreviewState, visit: number): string {
  // Who tries the button again may find the earlier conversation.
  if (state === 'button') return 'assistant-demo~studio';
  return `${scripts[state] ?? 'assistant-demo'}~studio-${visit}`;
}

interface Scene {
  readonly widget: TelnyxAiCall;
  readonly controlUrl: string;
  /** Aborted when another state is wanted. */
  readonly signal: AbortSignal;
}

/** Resolves when the state is there, when it is no longer wanted, or when it does not come. */
export async function reachState(state: PreviewState, scene: Scene): Promise<void> {
  const { widget, signal } = scene;
  const isWanted = () => !signal.aborted;
  // An invitation comes by itself.
  if (state === 'button' || state === 'invitation') return;
  if (state !== 'consent') widget.giveConsent();
  await until(() => launcherOf(widget) !== null, signal);
  if (!isWanted()) return;
  if (state === 'form' || state === 'consent' || state === 'typing') {
    launcherOf(widget)?.click();
    return;
  }
  // Where visitors may type, a press opens the panel for it first. A problem is shown by the element itself.
  widget.call().catch(() => {});
  if (state === 'connecting' || state === 'problem') return;
  await until(() => widget.callState === 'active', signal);
  if (!isWanted() || widget.callState !== 'active') return;
  await talk(state, scene);
  if (state === 'aside') widget.collapse();
  if (state === 'ended') await widget.hangUp();
}

/** Words of a call. Those of the page's own greeting come first, if there is one. */
export async function talk(
  state: PreviewState,
  { widget, controlUrl, signal }: Scene,
): Promise<void> {
  const gateway = new GatewayClient(controlUrl);
  const { assistantId, greeting, prompts } = widget;
  const { id } = await gateway.waitFor('call-active', { assistant: assistantId });
  const question = prompts[0] ?? 'When are you open?';
  const frames =
    state === 'speaking'
      ? [heard(question), started('r1'), delta('r1', 'From nine to five, Monday to Friday.')]
      : [heard(question), started('r1'), said('From nine to five, Monday to Friday.'), ended('r1')];
  await gateway.sendAll(id, [said(greeting || 'Hello! How can I help?'), ...frames]);
  await until(() => widget.transcript.some(({ text }) => text.includes('Monday')), signal);
}

function launcherOf(widget: TelnyxAiCall): HTMLElement | null {
  return widget.shadowRoot?.querySelector<HTMLElement>('[part~="launcher"]') ?? null;
}

export async function until(isThere: () => boolean, signal: AbortSignal): Promise<void> {
  const endMs = performance.now() + longestWaitMs;
  while (!isThere() && !signal.aborted && performance.now() < endMs) {
    await new Promise(requestAnimationFrame);
  }
}
