// Reads the part of custom-elements.json that docs/reference.md shows.

import { readFileSync } from 'node:fs';

interface Described {
  readonly name: string;
  readonly description?: string;
  readonly default?: string;
  readonly type?: { readonly text: string };
}

export interface Member extends Described {
  readonly kind: 'field' | 'method';
  readonly privacy?: 'public' | 'private' | 'protected';
  readonly static?: boolean;
  readonly readonly?: boolean;
  readonly attribute?: string;
  readonly parameters?: readonly (Described & { readonly optional?: boolean })[];
  readonly return?: { readonly type?: { readonly text: string } };
}

export interface ElementManifest {
  readonly tagName: string;
  readonly members: readonly Member[];
  readonly events: readonly Described[];
  readonly attributes: readonly (Described & { readonly fieldName?: string })[];
  readonly slots: readonly Described[];
  readonly cssParts: readonly Described[];
  readonly cssProperties: readonly Described[];
  readonly cssStates: readonly Described[];
}

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly Partial<ElementManifest>[] }[];
}

export function readManifest(path: string): ElementManifest {
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const element = manifest.modules
    .flatMap(({ declarations }) => declarations ?? [])
    .find(({ tagName }) => tagName !== undefined);
  if (!element) throw new Error(`${path} tells of no element: does its class have a @tagname?`);
  const none = {
    members: [],
    attributes: [],
    events: [],
    slots: [],
    cssParts: [],
    cssProperties: [],
    cssStates: [],
  };
  return { tagName: '', ...none, ...element };
}
