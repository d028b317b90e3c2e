// Makes the custom elements manifest from the source as it is now. Unlike `npm run build:manifest` it
// spells out an attribute's possible values: `'auto' | 'ask' | 'off'` instead of `ResumeMode`.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type typescript from 'typescript';
import { attributeName } from '../build/attribute-name.ts';

const source = join(import.meta.dirname, '../src');

/** Takes a second the first time, to load the analyzer, and a tenth of a second later. */
export async function describeElement(): Promise<object> {
  const { create, ts } = await import('@custom-elements-manifest/analyzer/index.js');
  const { litPlugin } =
    await import('@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js');
  const modules = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => {
      const text = readFileSync(join(source, name), 'utf8');
      return ts.createSourceFile(`src/${name}`, text, ts.ScriptTarget.ES2022, true);
    });
  const manifest = create({ modules, plugins: litPlugin() });
  return spellOut(manifest, findWords(ts, modules)) as object;
}

/** Finds the types that are a choice of words. Maps each type's name to these words, as a type. */
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

/** The same manifest, with the words in place of a type's name, and attributes by their names in the tag. */
function spellOut(node: unknown, words: ReadonlyMap<string, string>): unknown {
  return JSON.parse(JSON.stringify(node), (key, value: unknown) => {
    if (typeof value !== 'string') return withAttributeName(value);
    if (key === 'attribute') return attributeName(value);
    return key === 'text'
      ? value.replace(/\b[A-Z]\w*\b/g, (name) => words.get(name) ?? name)
      : value;
  });
}

/** An entry of the list of attributes names its property too. */
function withAttributeName(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || !('fieldName' in value)) return value;
  return { ...value, name: attributeName(String(value.fieldName)) };
}
