// The manifest, as a site needs it: the element alone, without what is private in it, and by the names of
// the files that are published. The analyzer tells of every file in `src`.

import type { PublicElement } from './public-element.ts';

interface Analyzed {
  readonly schemaVersion: string;
  readonly modules: readonly { readonly declarations?: readonly Partial<PublicElement>[] }[];
}

export function elementOf({ modules }: Analyzed): PublicElement {
  const found = modules
    .flatMap(({ declarations }) => declarations ?? [])
    .find(({ tagName }) => tagName !== undefined);
  if (!found) throw new Error('The manifest tells of no element: does its class have a @tagname?');
  const none = { members: [], events: [], slots: [], cssParts: [], cssProperties: [] };
  const element = { tagName: '', description: '', ...none, ...found };
  const members = element.members.filter(
    ({ name, privacy = 'public', static: isStatic = false }) =>
      privacy === 'public' && !isStatic && !name.startsWith('#'),
  );
  return { ...element, members };
}

export function publicManifest({ schemaVersion }: Analyzed, element: PublicElement): unknown {
  const declaration = { name: 'TelnyxAiCall', module: 'dist/index.js' };
  const module = { kind: 'javascript-module' };
  return {
    schemaVersion,
    readme: 'README.md',
    modules: [
      {
        ...module,
        path: 'dist/index.js',
        declarations: [element],
        exports: [{ kind: 'js', name: declaration.name, declaration }],
      },
      {
        ...module,
        path: 'dist/define.js',
        declarations: [],
        exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration }],
      },
    ],
  };
}

export type { Analyzed };
