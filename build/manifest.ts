// Reduces the manifest to what a site needs: the element, without its private members, with the names of the
// published files. The analyzer's manifest covers every file in `src`.

import { attributeName } from './attribute-name.ts';
import type { Described, Member, PublicElement } from './public-element.ts';

interface Analyzed {
  readonly schemaVersion: string;
  readonly modules: readonly { readonly declarations?: readonly Partial<PublicElement>[] }[];
}

export function elementOf({ modules }: Analyzed): PublicElement {
  const found = modules
    .flatMap(({ declarations }) => declarations ?? [])
    .find(({ tagName }) => tagName !== undefined);
  if (!found) throw new Error('The manifest tells of no element: does its class have a @tagname?');
  const none = {
    attributes: [],
    members: [],
    events: [],
    slots: [],
    cssParts: [],
    cssProperties: [],
    cssStates: [],
  };
  const element = { tagName: '', description: '', ...none, ...found };
  const members = element.members.filter(
    ({ name, privacy = 'public', static: isStatic = false }) =>
      privacy === 'public' && !isStatic && !name.startsWith('#'),
  );
  return {
    ...element,
    members: members.map(withAttributeName),
    attributes: element.attributes.map((each) => ({
      ...(each.fieldName === undefined ? each : withDefault(each)),
      name: attributeName(each.name),
    })),
  };
}

/** The element derives its attributes' names from those of its properties. */
function withAttributeName(member: Member): Member {
  if (member.attribute === undefined) return member;
  return { ...withDefault(member), attribute: attributeName(member.name) };
}

/** A setting that names no `@default` begins as its type's empty value. */
function withDefault<Setting extends Described>(setting: Setting): Setting {
  const empty = { string: "''", boolean: 'false' }[setting.type?.text ?? ''];
  return empty === undefined ? setting : { default: empty, ...setting };
}

export function publicManifest({ schemaVersion }: Analyzed, element: PublicElement): unknown {
  const declaration = { name: 'TelnyxAiCall', module: 'dist/index.js' };
  const module = { kind: 'javascript-module' };
  // The class between the two is not published.
  const superclass = { name: 'ReactiveElement', package: '@lit/reactive-element' };
  return {
    schemaVersion,
    readme: 'README.md',
    modules: [
      {
        ...module,
        path: 'dist/index.js',
        declarations: [{ ...element, superclass }],
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
