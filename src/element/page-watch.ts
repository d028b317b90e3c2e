// Watches the page around the element: it is left, or another tab changes what is stored.

export interface PageListener {
  /** @param newValue `null`: the record was removed. */
  storageChanged(key: string | null, newValue: string | null): void;
  pageLeft(): void;
}

export class PageWatch {
  readonly #listener: PageListener;
  #watching = new AbortController();

  constructor(listener: PageListener) {
    this.#listener = listener;
  }

  /**
   * Browsers open the storage to hear of changes in other tabs, which takes a moment. A page that loads is
   * not held up: as long as it has the focus, the visitor is in no other tab.
   */
  beginWhenCalm(): void {
    const { signal } = this.#watching;
    if (document.readyState === 'complete' || !document.hasFocus()) this.begin();
    else window.addEventListener('blur', () => this.begin(), { signal });
  }

  begin(): void {
    this.end();
    const { signal } = this.#watching;
    window.addEventListener('pagehide', () => this.#listener.pageLeft(), { signal });
    const changed = ({ key, newValue }: StorageEvent) =>
      this.#listener.storageChanged(key, newValue);
    window.addEventListener('storage', changed, { signal });
  }

  end(): void {
    this.#watching.abort();
    this.#watching = new AbortController();
  }
}
