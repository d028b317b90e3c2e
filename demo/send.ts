// Sends text from buttons of the page.

import type { TelnyxAiCall } from '../src/index.ts';

/** Sends the text, and first calls if there is no call. Must run in a click, so that sound may play. */
export async function send(widget: TelnyxAiCall, text: string): Promise<void> {
  if (widget.callState !== 'active') await widget.call();
  await widget.sendText(text);
}

/** A button for each text. If sending fails, `tell` gets the reason in words. */
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
