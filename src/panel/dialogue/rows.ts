// A list of rows that stay the same elements while rows come and go around them, as Lit's `repeat` keeps
// them. That one leaves a comment in the page for each row that it removes:
// https://github.com/lit/lit/issues/5298

import { noChange } from 'lit/html.js';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

interface Keyed {
  readonly id: string;
}

type RenderRow = (item: never) => unknown;

class Rows extends Directive {
  #parts: ReadonlyMap<string, ChildPart> = new Map();

  /** Where there is no page to keep rows in. */
  override render(items: readonly Keyed[], renderRow: RenderRow): unknown {
    return items.map((item) => renderRow(item as never));
  }

  override update(list: ChildPart, [items, renderRow]: [readonly Keyed[], RenderRow]): unknown {
    const parts = new Map<string, ChildPart>();
    let next: ChildPart | undefined;
    for (const item of [...items].reverse()) {
      // One that stands in its place already is not touched.
      const part = insertPart(list, next, this.#parts.get(item.id));
      setChildPartValue(part, renderRow(item as never));
      parts.set(item.id, part);
      next = part;
    }
    for (const [id, part] of this.#parts) if (!parts.has(id)) removeRow(part);
    this.#parts = parts;
    return noChange;
  }
}

function removeRow(part: ChildPart): void {
  const { endNode } = part;
  removePart(part);
  endNode?.parentNode?.removeChild(endNode);
}

const renderRows = directive(Rows);

/** @param items each with an id of its own */
export function rows<Item extends Keyed>(
  items: readonly Item[],
  renderRow: (item: Item) => unknown,
): unknown {
  return renderRows(items, renderRow);
}
