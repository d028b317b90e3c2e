// VitePress' search box calls itself a button, with a field in it, and puts a link into each option. Assistive
// technology reads neither. Here it becomes a dialog with a combobox, and each link is the option, which is called
// what is seen.

const repairs: readonly (readonly [was: RegExp, is: string])[] = [
  [
    /role="button"\s+:aria-owns="[^"]*"\s+aria-expanded="true"\s+aria-haspopup="listbox"/,
    'role="dialog" aria-modal="true"',
  ],
  [
    /<input\s+ref="searchInput"/,
    '$& role="combobox" aria-haspopup="listbox" :aria-expanded="results?.length ? \'true\' : \'false\'"',
  ],
  [
    /(:key="p\.id")\s+(:id="[^"]*")\s+(:aria-selected="[^"]*")\s+role="option"\s*>\s*<a/,
    '$1 role="none"><a $2 $3 role="option"',
  ],
  [/:aria-label="\[\.\.\.p\.titles[^"]*"/, ''],
  [/<span class="title-icon"/, '$& aria-hidden="true"'],
  [/<kbd :aria-label/g, '<kbd role="img" :aria-label'],
];

/** A plugin of Vite. It changes the box before Vue compiles it. */
export const accessibleSearch = {
  name: 'accessible-search',
  enforce: 'pre' as const,
  transform(code: string, id: string): string | undefined {
    if (!id.endsWith('/VPLocalSearchBox.vue')) return undefined;
    return repairs.reduce((text, [was, is]) => {
      const repaired = text.replace(was, is);
      if (repaired === text) throw new Error(`VitePress writes its search box otherwise: ${was}`);
      return repaired;
    }, code);
  },
};
