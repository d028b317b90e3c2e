// Shows the steps: each with its verdict as a word, its time, and what to change.

import { verdictWords } from './report.ts';
import { type StepId, stepIds } from './step-id.ts';
import { steps } from './steps.ts';
import type { StepResult } from './verdict.ts';

export class StepList {
  readonly #items: ReadonlyMap<StepId, HTMLLIElement>;

  constructor(list: HTMLElement) {
    this.#items = new Map(stepIds.map((id) => [id, document.createElement('li')]));
    list.append(...this.#items.values());
    this.clear();
  }

  /** All steps are still to come. */
  clear(): void {
    for (const [id, item] of this.#items) {
      item.dataset['step'] = id;
      item.replaceChildren(part('verdict', 'To come'), part('title', steps[id].title));
    }
  }

  /** A shown step is announced by the page's status, not here. */
  show({ id, verdict, ms, detail, advice }: StepResult): void {
    const word = part('verdict', verdictWords[verdict]);
    word.dataset['verdict'] = verdict;
    const time = ms > 0 ? [part('ms', `${ms.toLocaleString('en')} ms`)] : [];
    const toDo = advice === null ? [] : [part('advice', advice, 'p')];
    const parts = [word, part('title', steps[id].title), ...time, part('detail', detail, 'p')];
    this.#items.get(id)?.replaceChildren(...parts, ...toDo);
  }
}

function part(name: string, text: string, tag: 'span' | 'p' = 'span'): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
