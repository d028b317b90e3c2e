// What makes more of a text than plain words. It is fetched when there is such a text.

export { renderLongText } from './long-text.ts';
export { renderMarkdown } from './markdown.ts';
