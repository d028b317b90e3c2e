// What is fetched for a dialogue that needs it.

import { lazily } from '../../platform/load-once.ts';

/** Runs the page's tools, once the assistant calls one. */
export const loadToolRunner = lazily(() => import('../../core/dialogue/tool-runner.ts'));

/** Makes images fit to be sent. */
export const loadImageReader = lazily(() => import('../../platform/read-image.ts'));

/** Reads Markdown, where the assistant writes some. */
export const loadMarkdown = lazily(() => import('../rich-text/markdown-tokens.ts'));
