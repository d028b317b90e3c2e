// The custom elements manifest, made from the source as it is now. Unlike `npm run build:manifest` it
// spells out which words an attribute takes: `'auto' | 'ask' | 'off'` instead of `ResumeMode`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type typescript from 'typescript';

const source = join(import.meta.dirname, '../src');

/** Takes a second at first, for the analyzer's sake, and a tenth of that later. */
export async function describeElement(): Promise<object> {
  const { create, ts } = await import('@custom-elements-manifest/analyzer/index.js');
  const { litPlugin } =
    await import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js');
  const modules = readdirSync(source)
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      return ts.createSourceFile(`src/${name}`, text, ts.ScriptTarget.ES2022, true);
    });
  const manifest = create({ modules, plugins: litPlugin() });
  return spellOut(manifest, findWords(ts, modules)) as object;
}

/** Names of types that are a choice of words, with the words as a type. */
function findWords(ts: typeof typescript, modules: readonly typescript.SourceFile[]) {
  const lists = new Map<string, string>();
  const types = new Map<string, string>();
  for (const statement of modules.flatMap(({ statements }) => [...statements])) {
    if (ts.isVariableStatement(statement)) {
      for (const { name, initializer } of statement.declarationList.declarations) {
        const words = initializer?.getText().match(/'[^']*'(?=[^[]*\] as const$)/g);
        if (words) lists.set(name.getText(), words.join(' | '));
      }
    } else if (ts.isTypeAliasDeclaration(statement)) {
      const text = statement.type.getText();
      const list = /^\(typeof (\w+)\)\[number\]$/.exec(text)?.[1];
      const words = list === undefined ? text : lists.get(list);
      if (words && /^\|?\s*'[^']*'(\s*\|\s*'[^']*')*$/.test(words)) {
        types.set(statement.name.text, words);
      }
    }
  }
  return types;
}

/** The same manifest, with each `type.text` in words. */
function spellOut(node: unknown, words: ReadonlyMap<string, string>): unknown {
  return JSON.parse(JSON.stringify(node), (key, value: unknown) =>
    key === 'text' && typeof value === 'string'
      ? value.replace(/\b[A-Z]\w*\b/g, (name) => words.get(name) ?? name)
      : value,
  );
}
