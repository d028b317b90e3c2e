import type { TemplateResult } from 'lit/html.js';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';

/** What Lit renders as text and elements. No plain strings: see `freshText`. */
export type RichText = '' | DirectiveResult | TemplateResult | readonly RichText[];

/**
 * Text that gets another node when it changes. Lit would write into the node that it made, which a translator
 * may have replaced.
 */
export function freshText(text: string): RichText {
  return keyed(text, text);
}
