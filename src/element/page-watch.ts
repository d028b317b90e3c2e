// Watches the page around the element: it is left, or another tab changes what is stored.

import { AbortController } from './built-ins.ts';

export interface PageListener {
  /** A script can make such an event, too. So look what is stored, and do not trust the event. */
  storageChanged(key: string | null): void;
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
    const changed = ({ key }: StorageEvent) => this.#listener.storageChanged(key);
    window.addEventListener('storage', changed, { signal });
  }

  end(): void {
    this.#watching.abort();
    this.#watching = new AbortController();
  }
}
