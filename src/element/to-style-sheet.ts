// Lit's `css` tag brings code that the tag of `platform/css.ts` does without. And the build would leave alone the
// styles of a file that names `unsafeCSS`.
export { unsafeCSS as toStyleSheet } from '@lit/reactive-element/css-tag.js';
