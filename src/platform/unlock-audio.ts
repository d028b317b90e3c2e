/**
 * Makes the element that will play the assistant's voice, and asks it to play nothing yet. Call
 * this first in the visitor's click, before any `await`: browsers let an element play later if it
 * was asked to play during a click. The element stays out of the document, so it does not pause
 * when the widget is moved in the page.
 */
export function unlockAudio(element?: HTMLAudioElement): HTMLAudioElement | undefined {
  try {
    const audio = element ?? new Audio();
    void ask(audio).catch(() => undefined);
    return audio;
  } catch {
    return undefined;
  }
}

/** Settles when there is something to play, or never. What a browser or a page makes fail here shows itself in the call. */
async function ask(element: HTMLAudioElement): Promise<void> {
  element.srcObject ??= new MediaStream();
  await element.play();
}
