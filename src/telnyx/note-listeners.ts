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

/** A page may have locked the function: then the listeners stay, and the call works all the same. */
function watch(target: EventTarget, removals: (() => void)[]): () => void {
  const name = 'addEventListener';
  const own = Object.getOwnPropertyDescriptor(target, name);
  const add = target.addEventListener.bind(target);
  const value = (...listening: Parameters<EventTarget['addEventListener']>) => {
    add(...listening);
    removals.push(() => target.removeEventListener(...listening));
  };
  Reflect.defineProperty(target, name, { value, configurable: true });
  return () => {
    Reflect.deleteProperty(target, name);
    if (own) Reflect.defineProperty(target, name, own);
  };
}
