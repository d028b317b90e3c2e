// Reads the shape of the public API from what is built: the manifest has what a tag can have, the types have the rest.

import { readFileSync } from 'node:fs';
import type { PublicElement } from '../../build/public-element.ts';
import type { Facts, Shape } from './shape.ts';
import { TypeShapes } from './type-shape.ts';

const entries = ['index', 'react', 'vue', 'svelte'];
const typesOf = (entry: string) => `dist/${entry}.d.ts`;
const server = 'server/src/index.ts';

export function readShape(): Shape {
  const element = readElement();
  const types = new TypeShapes([...entries.map(typesOf), server]);
  const members = types.membersOf(typesOf('index'), 'TelnyxAiCall');
  const membersOfKind = (wanted: string) =>
    facts(
      element.members.filter(({ kind }) => kind === wanted),
      (each) => withDefault(members.get(each.name) ?? missing(each.name), each.default),
    );
  const described = {
    attributes: facts(element.attributes, (each) =>
      withDefault(each.type?.text ?? 'string', each.default),
    ),
    properties: membersOfKind('field'),
    methods: membersOfKind('method'),
    events: facts(element.events, (each) => each.type?.text ?? 'Event'),
    slots: facts(element.slots, () => 'slot'),
    parts: facts(element.cssParts, () => 'part'),
    'custom properties': facts(element.cssProperties, (each) => each.default ?? 'no default'),
    'entry points': entryPoints(),
    "the script tag's files": scriptFiles(),
  };
  // The class is told by the properties and methods above.
  const named = [...entries, 'server'].map((entry) => {
    const isServer = entry === 'server';
    const exported = types.exportsOf(
      isServer ? server : typesOf(entry),
      (name) => name === 'TelnyxAiCall',
    );
    return [isServer ? 'types of the server' : `types of ${entry}`, exported] as const;
  });
  return sorted({ ...described, ...Object.fromEntries(named) });
}

function readElement(): PublicElement {
  const { modules } = readJson('dist/custom-elements.json') as {
    modules: { declarations: PublicElement[] }[];
  };
  const element = modules.flatMap(({ declarations }) => declarations)[0];
  if (!element) throw new Error('dist/custom-elements.json tells of no element.');
  return element;
}

function facts<Named extends { readonly name: string }>(
  all: readonly Named[],
  text: (each: Named) => string,
): Facts {
  return Object.fromEntries(all.map((each) => [each.name || '(the unnamed one)', text(each)]));
}

function withDefault(type: string, usual: string | undefined): string {
  return usual === undefined ? type : `${type} = ${usual}`;
}

function missing(name: string): never {
  throw new Error(`The manifest has ${name}, and the types of the class do not.`);
}

/** What a site may import. Where the file lies is nobody's concern. */
function entryPoints(): Facts {
  const { exports } = readJson('package.json') as { exports: Record<string, unknown> };
  return Object.fromEntries(
    Object.entries(exports).map(([name, target]) => [
      name.replace(/^\./, 'telnyx-ai-call'),
      typeof target === 'string' ? 'file' : 'module with types',
    ]),
  );
}

/** Pages name them by their address. They do not name the chunks. */
function scriptFiles(): Facts {
  const listed = readJson('dist/cdn/integrity.json') as Record<string, string>;
  const names = Object.keys(listed).filter((name) => !name.startsWith('chunks/'));
  return Object.fromEntries(
    [...names, 'integrity.json', 'licenses.md'].map((name) => [`dist/cdn/${name}`, 'file']),
  );
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function sorted(shape: Shape): Shape {
  return Object.fromEntries(
    Object.entries(shape).map(([group, all]) => [
      group,
      Object.fromEntries(Object.entries(all).sort(([one], [other]) => (one < other ? -1 : 1))),
    ]),
  );
}
