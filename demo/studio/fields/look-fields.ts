// Makes a field for each custom property in the manifest. The default decides on the kind of value. The
// defaults of colours are in the element's style sheets, for light and for dark.

import type { ManifestEntry } from './attribute-fields.ts';
import type { ElementField, FieldKind } from './fields.ts';

const prefix = '--telnyx-ai-call-';

/** @param styles the style sheets that define the element's colours. */
export function lookFields(properties: readonly ManifestEntry[], styles: string): ElementField[] {
  const colours = findColours(styles);
  return properties.map(({ name, default: size = '' }) => {
    const colour = colours.get(name);
    return {
      key: `look.${name.replace(prefix, '')}`,
      target: 'property',
      name,
      kind: colour === undefined ? kindOf(size) : 'colour',
      fallback: colour ?? size,
      words: [],
    };
  });
}

/**
 * Reads names and fallbacks, from `var(--telnyx-ai-call-accent, light-dark(#0a6c52, #4fd6ad))`. If the
 * element computes the fallback from other colours, it is empty.
 */
function findColours(styles: string): Map<string, string> {
  const uses = styles.matchAll(
    /var\(\s*(--telnyx-ai-call-[\w-]+),\s*(?:var\(--on-\w+,\s*)?(light-dark\([^()]*\)|#\w+|color-mix)/g,
  );
  return new Map(
    [...uses].map(([, name = '', fallback = '']) => [
      name,
      fallback === 'color-mix' ? '' : fallback,
    ]),
  );
}

/** The colour in light and in dark. Both are the same if it does not differ. */
export function schemesOf(colour: string): readonly [light: string, dark: string] {
  const [, light = colour, dark = colour] = /^light-dark\(([^,]*),\s*(.*)\)$/.exec(colour) ?? [];
  return [light, dark];
}

function kindOf(fallback: string): FieldKind {
  if (/^\d+$/.test(fallback)) return 'integer';
  return /^\d+px$/.test(fallback) ? 'length' : 'css';
}
