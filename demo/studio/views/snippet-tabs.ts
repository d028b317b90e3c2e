// Tabs with one snippet each, and a button that copies the visible snippet.

import { find } from '../../widget.ts';
import type { Snippet } from '../snippets/snippet.ts';

export class SnippetTabs {
  readonly #list = find(HTMLElement, '#snippet-tabs');
  readonly #panel = find(HTMLElement, '#snippet-panel');
  readonly #note = find(HTMLElement, '#snippet-note');
  readonly #code = find(HTMLElement, '#snippet');
  readonly #copy = find(HTMLButtonElement, '#copy-snippet');
  readonly #copied: (text: string, what: string) => Promise<boolean>;
  #snippets: readonly Snippet[] = [];
  #chosen = '';

  constructor(copy: (text: string, what: string) => Promise<boolean>) {
    this.#copied = copy;
    this.#list.addEventListener('keydown', (event) => this.#move(event));
    this.#copy.addEventListener('click', () => void this.#copyShown());
  }

  show(snippets: readonly Snippet[]): void {
    this.#snippets = snippets;
    if (this.#list.childElementCount === 0) this.#list.append(...snippets.map(this.#createTab));
    this.#choose(this.#chosen || (snippets[0]?.id ?? ''));
  }

  readonly #createTab = ({ id, title }: Snippet): HTMLButtonElement => {
    const tab = document.createElement('button');
    tab.type = 'button';
    tab.id = `tab-${id}`;
    tab.role = 'tab';
    tab.textContent = title;
    tab.setAttribute('aria-controls', this.#panel.id);
    tab.addEventListener('click', () => this.#choose(id));
    return tab;
  };

  #choose(id: string): void {
    this.#chosen = id;
    for (const tab of this.#list.children) {
      const isChosen = tab.id === `tab-${id}`;
      tab.ariaSelected = String(isChosen);
      if (tab instanceof HTMLElement) tab.tabIndex = isChosen ? 0 : -1;
    }
    const snippet = this.#snippets.find((each) => each.id === id);
    this.#panel.setAttribute('aria-labelledby', `tab-${id}`);
    this.#note.textContent = snippet?.note ?? '';
    this.#code.textContent = snippet?.code ?? '';
    this.#copy.textContent = 'Copy snippet';
  }

  /** Copies the snippet, and says on the button that it did. */
  async #copyShown(): Promise<void> {
    const isCopied = await this.#copied(this.#code.textContent, 'The snippet');
    this.#copy.textContent = isCopied ? 'Copied' : 'Not copied';
  }

  #move(event: KeyboardEvent): void {
    const last = this.#snippets.length - 1;
    const now = this.#snippets.findIndex(({ id }) => id === this.#chosen);
    const to = {
      ArrowRight: now === last ? 0 : now + 1,
      ArrowLeft: now === 0 ? last : now - 1,
      Home: 0,
      End: last,
    }[event.key];
    const snippet = to === undefined ? undefined : this.#snippets[to];
    if (!snippet) return;
    event.preventDefault();
    this.#choose(snippet.id);
    find(HTMLElement, `#tab-${snippet.id}`).focus();
  }
}
