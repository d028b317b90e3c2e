// The script tag's file: registers the element, and adds one where the tag itself stands for it.

import './define.ts';
import { embed, findTag } from './element/one-line-embed.ts';

const tag = findTag(import.meta.url);
if (tag) embed(tag);

/** For `loader.js`, which knows its own tag. */
export { embed };
