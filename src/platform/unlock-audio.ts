/**
 * Makes the element that will play the assistant's voice, and asks it to play nothing yet. Call
 * this first in the visitor's click, before any `await`: browsers let an element play later if it
 * was asked to play during a click. The element stays out of the document, so it does not pause
 * when the widget is moved in the page.
 */
export function unlockAudio(element = new Audio()): HTMLAudioElement {
  element.srcObject ??= new MediaStream();
  // This settles when there is something to play, or never.
  element.play().catch(() => undefined);
  return element;
}
