// Typed words from a button of the page.

import type { TelnyxAiCall } from '../src/index.ts';

/** Sends the words; places the call first, if there is none. Belongs into a click, for the sound. */
export async function send(widget: TelnyxAiCall, text: string): Promise<void> {
  if (widget.callState !== 'active') await widget.call();
  await widget.sendText(text);
}

/** A button for each text. A failure is told in words by `tell`; the widget shows what to do. */
export function createSendButtons(
  widget: TelnyxAiCall,
  texts: readonly string[],
  tell: (problem: string) => void,
): HTMLButtonElement[] {
  return texts.map((text) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.addEventListener('click', () => {
      tell('');
      send(widget, text).catch((error: unknown) => tell(`Not sent: ${String(error)}`));
    });
    return button;
  });
}
