// Shows the widget above an element of the page that fills the screen. Chromium then gives presses and keys to that
// element only, or to a modal dialog. So the widget stands in a dialog, which is modal where it must be.

export class ScreenStage {
  readonly #dialog = document.createElement('dialog');
  #watching = new AbortController();

  constructor() {
    const dialog = this.#dialog;
    dialog.className = 'stage';
    dialog.setAttribute('closedby', 'none');
    dialog.addEventListener('close', () => {
      if (!dialog.open) this.#giveBack();
    });
  }

  get isUp(): boolean {
    return this.#dialog.isConnected;
  }

  begin(widget: HTMLElement): void {
    const dialog = this.#dialog;
    this.#watching.abort();
    keepingFocus(widget, () => {
      if (!this.isUp) widget.replaceWith(dialog);
      dialog.append(widget);
    });
    dialog.ariaLabel = widget.querySelector('section')?.ariaLabel ?? null;
    this.#giveBack();
    if (isReached(widget)) return;
    this.#take();
    const { signal } = (this.#watching = new AbortController());
    for (const type of ['pointerdown', 'pointermove'] as const)
      window.addEventListener(type, (event) => this.#pointed(event), { capture: true, signal });
  }

  /** The widget comes back to its place. */
  end(): void {
    const dialog = this.#dialog;
    const widget = dialog.firstElementChild as HTMLElement | null;
    this.#watching.abort();
    // Where pages are only imitated, no dialog can be closed.
    if (!widget) return;
    if (this.isUp) keepingFocus(widget, () => dialog.replaceWith(widget));
    dialog.close();
    dialog.popover = null;
  }

  /** A visitor who points at the widget wants it. One who points elsewhere wants the page, unless they are typing. */
  #pointed(event: PointerEvent): void {
    const dialog = this.#dialog;
    const widget = dialog.firstElementChild;
    const isTyping = focusedBeside(dialog)?.matches('input, textarea');
    if (widget && isWithin(widget.getBoundingClientRect(), event)) this.#take();
    else if (dialog.open && (event.type === 'pointerdown' || !isTyping)) this.#giveBack();
  }

  #take(): void {
    const dialog = this.#dialog;
    if (dialog.open) return;
    dialog.popover = null;
    keepingFocus(dialog, () => {
      // Otherwise a button would get the focus, and a key that is meant for the page would press it.
      dialog.autofocus = true;
      dialog.showModal();
      dialog.autofocus = false;
    });
  }

  /** Shows the widget, and leaves presses and keys to the page. */
  #giveBack(): void {
    const dialog = this.#dialog;
    dialog.close();
    if (!this.isUp) return;
    // In the browser's top layer, the element that was shown last lies above all others.
    dialog.popover = null;
    dialog.popover = 'manual';
    dialog.showPopover();
  }
}

function isReached(widget: HTMLElement): boolean {
  const { left, top, width, height } = widget.getBoundingClientRect();
  const root = widget.getRootNode() as ShadowRoot;
  return widget.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

function isWithin({ left, right, top, bottom }: DOMRect, { clientX, clientY }: PointerEvent) {
  return clientX > left && clientX < right && clientY > top && clientY < bottom;
}

function focusedBeside(element: Element): Element | null {
  return (element.getRootNode() as Partial<ShadowRoot>).activeElement ?? null;
}

function keepingFocus(element: HTMLElement, move: () => void): void {
  const focused = focusedBeside(element);
  move();
  if (focused instanceof HTMLElement && element.contains(focused)) focused.focus();
}
