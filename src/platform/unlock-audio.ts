/**
 * Makes the element that will play the assistant's voice, and has it play nothing yet. Call this first
 * thing in the visitor's click, before anything is awaited: browsers let an element play later if it
 * was asked to play during a gesture. The element stays out of the document, so that moving the widget
 * in the page does not pause it.
 */
export function unlockAudio(element = new Audio()): HTMLAudioElement {
  element.srcObject ??= new MediaStream();
  // Settles when there is something to play, or never.
  element.play().catch(() => undefined);
  return element;
}
