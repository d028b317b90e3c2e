// A list of rows that stay the same elements while rows come and go around them, as Lit's `repeat` keeps
// them. That one leaves a comment in the page for each row that it removes:
// https://github.com/lit/lit/issues/5298

import { noChange } from 'lit/html.js';
import { type ChildPart, Directive, directive } from 'lit/directive.js';
import { insertPart, removePart, setChildPartValue } from 'lit/directive-helpers.js';

interface Keyed {
  readonly id: string;
}

type InputsOf = (item: never) => readonly unknown[];
type RenderRow = (item: never) => unknown;

interface Row {
  readonly part: ChildPart;
  readonly inputs: readonly unknown[];
}

class Rows extends Directive {
  #rows: ReadonlyMap<string, Row> = new Map();

  /** Where there is no page, there are no rows to keep. */
  override render(...values: readonly unknown[]): unknown {
    return values[0];
  }

  override update(
    list: ChildPart,
    [items, inputsOf, renderRow]: [readonly Keyed[], InputsOf, RenderRow],
  ): unknown {
    const rows = new Map<string, Row>();
    let next: ChildPart | undefined;
    for (const item of [...items].reverse()) {
      const row = this.#rows.get(item.id);
      const inputs = inputsOf(item as never);
      // One that stands in its place already is not touched.
      const part = insertPart(list, next, row?.part);
      if (!inputs.every((input, index) => input === row?.inputs[index]))
        setChildPartValue(part, renderRow(item as never));
      rows.set(item.id, { part, inputs });
      next = part;
    }
    for (const [id, { part }] of this.#rows) if (!rows.has(id)) removeRow(part);
    this.#rows = rows;
    return noChange;
  }
}

function removeRow(part: ChildPart): void {
  const { endNode } = part;
  removePart(part);
  endNode?.parentNode?.removeChild(endNode);
}

const renderRows = directive(Rows);

/**
 * @param items each with an id of its own
 * @param inputsOf what a row is rendered from: while it stays the same, so does the row
 */
export function rows<Item extends Keyed>(
  items: readonly Item[],
  inputsOf: (item: Item) => readonly unknown[],
  renderRow: (item: Item) => unknown,
): unknown {
  return renderRows(items, inputsOf, renderRow);
}
