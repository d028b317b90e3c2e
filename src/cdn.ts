// The script tag's file: registers the element, and adds one where the tag itself stands for it.

import './define.ts';
import { loadOnce } from './platform/load-once.ts';

const loadEmbed = loadOnce(() => import('./element/embed.ts'));

embed(document.querySelectorAll('script[data-assistant-id]'), import.meta.url);

/**
 * Adds an element, if one of the tags is that of the script. `loader.js` calls it too.
 * @param tags what is a tag now: a tag manager may take it away again.
 */
export function embed(tags: Iterable<HTMLScriptElement>, scriptUrl: string): void {
  const [...found] = tags;
  if (found.length === 0) return;
  loadEmbed().then((code) => code.embed(found, scriptUrl), console.error);
}
