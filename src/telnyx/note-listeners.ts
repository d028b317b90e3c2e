// Ends the listeners of code that adds them to the window and the document and never removes them.

/**
 * Runs `make` and records the listeners that it adds.
 * @returns what was made, and a function that removes the listeners.
 */
export function noteListeners<Made>(make: () => Made): [made: Made, stopListening: () => void] {
  const removals: (() => void)[] = [];
  const restorations = [window, document].map((target) => watch(target, removals));
  try {
    const stopListening = () => {
      for (const remove of removals) remove();
    };
    return [make(), stopListening];
  } finally {
    for (const restore of restorations) restore();
  }
}

function watch(target: EventTarget, removals: (() => void)[]): () => void {
  const own = Object.getOwnPropertyDescriptor(target, 'addEventListener');
  const add = target.addEventListener.bind(target);
  target.addEventListener = (...listening: Parameters<EventTarget['addEventListener']>) => {
    add(...listening);
    removals.push(() => target.removeEventListener(...listening));
  };
  return () => {
    Reflect.deleteProperty(target, 'addEventListener');
    if (own) Object.defineProperty(target, 'addEventListener', own);
  };
}
