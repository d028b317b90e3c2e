// Beside the launcher: puts it away. Made when it is first offered.

export class DismissButton {
  readonly #launcher: Element;
  readonly #dismiss: () => void;
  #button: HTMLButtonElement | null = null;

  constructor(launcher: Element, dismiss: () => void) {
    this.#launcher = launcher;
    this.#dismiss = dismiss;
  }

  show(isOffered: boolean, label: string): void {
    if (isOffered) this.#button ??= this.#create();
    if (!this.#button) return;
    this.#button.hidden = !isOffered;
    this.#button.ariaLabel = label;
  }

  #create(): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'dismiss';
    button.addEventListener('click', this.#dismiss);
    this.#launcher.after(button);
    return button;
  }
}
