/**
 * Makes the element that will play the assistant's voice, and asks it to play nothing yet. Call
 * this first in the visitor's click, before any `await`: browsers let an element play later if it
 * was asked to play during a click. The element stays out of the document, so it does not pause
 * when the widget is moved in the page.
 */
export function unlockAudio(element?: HTMLAudioElement): HTMLAudioElement | undefined {
  try {
    element ??= document.createElement('audio');
    element.srcObject ??= new MediaStream();
    // This settles when there is something to play, or never.
    Promise.resolve(element.play()).catch(() => undefined);
  } catch {
    // What a browser lacks, or a page has broken, shows itself in the call.
  }
  return element;
}
