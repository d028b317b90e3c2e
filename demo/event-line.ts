// A line of a log: when an event came, its name, and its `detail`.

import { itemOf } from './navigation.ts';

export function eventLineOf(name: string, detail: unknown): HTMLLIElement {
  const time = document.createElement('time');
  time.textContent = new Date().toISOString().slice(11, 23);
  const title = document.createElement('strong');
  title.textContent = name;
  const line = itemOf(time, ' ', title, ` ${JSON.stringify(detail)}`);
  line.dataset['event'] = name;
  return line;
}
