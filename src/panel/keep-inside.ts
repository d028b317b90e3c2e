// Keeps from the page what a visitor does with the widget's own controls. Pages have shortcuts, slides that turn by Space,
// places to drop a file, and dialogs that take the focus back.

/** @param uses whether the widget uses a key that went down. */
export function keepInside(element: HTMLElement, uses: (event: KeyboardEvent) => boolean): void {
  /** Keys that the page did not hear go down. It does not hear them come up either. */
  const kept = new Set<string>();
  const keep = <Type extends keyof HTMLElementEventMap>(
    type: Type,
    isKept: (event: HTMLElementEventMap[Type]) => unknown,
  ) =>
    element.addEventListener(type, (event) => {
      if (isKept(event)) event.stopPropagation();
    });
  /** What is in a slot belongs to the page. */
  const own = (event: Event) => {
    const [target] = event.composedPath() as Element[];
    return target && !element.contains(target) ? target : null;
  };
  keep('keydown', (event) => {
    const { code, key } = event;
    kept.delete(code);
    // A field uses all keys. Every control uses those that press it.
    const taking = /^( |Enter)$/.test(key) ? '*' : 'input,textarea,select';
    return (uses(event) || own(event)?.matches(taking)) && kept.add(code);
  });
  keep('keypress', ({ code }) => kept.has(code));
  keep('keyup', ({ code }) => kept.delete(code));
  for (const type of ['focusin', 'paste', 'dragover', 'drop'] as const) keep(type, own);
}
