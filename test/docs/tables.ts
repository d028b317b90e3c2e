// Makes the tables of docs/reference.md from the manifest. A marker in that page names its table.

import type { ElementManifest, Member } from './manifest.ts';
import { type Row, table } from './table.ts';

export function tables(element: ElementManifest): Map<string, string> {
  const { attributes, events, slots, cssParts, cssProperties, cssStates } = element;
  const members = element.members.filter(isPublic);
  const fields = members.filter(({ kind }) => kind === 'field');
  // Attributes of every HTML element, which the class only describes.
  const inherited = attributes.filter(({ fieldName }) => fieldName === undefined);
  const methods = members.filter(({ kind }) => kind === 'method');
  const listed = (described: ElementManifest['slots']): Row[] =>
    described.map(({ name, description }) => [code(name) || '(default)', description]);
  return new Map([
    [
      'attributes',
      table(
        ['Attribute', 'Property', 'Type', 'Default', 'What it is'],
        [
          ...inherited.map((each) => ({ ...each, attribute: each.name, readonly: false })),
          ...fields,
        ].map((field) => [
          code(field.attribute),
          code(field.name),
          code(field.type?.text),
          field.readonly ? 'read-only' : code(field.default),
          field.description,
        ]),
      ),
    ],
    [
      'methods',
      table(
        ['Method', 'What it does'],
        methods.map((each) => [code(signature(each)), each.description]),
      ),
    ],
    ['events', table(['Event', 'When it is fired'], listed(events))],
    ['slots', table(['Slot', 'What it is for'], listed(slots))],
    ['cssparts', table(['Part', 'What it is'], listed(cssParts))],
    ['cssstates', table(['Custom state', 'When it is set'], listed(cssStates))],
    [
      'cssproperties',
      table(
        ['Custom property', 'Default', 'What it is'],
        cssProperties.map((each) => [
          code(each.name),
          code(each.default) || 'derived',
          each.description,
        ]),
      ),
    ],
  ]);
}

function isPublic({ name, privacy = 'public', static: isStatic = false }: Member): boolean {
  return privacy === 'public' && !isStatic && !name.startsWith('#');
}

function signature({ name, parameters = [], return: returned }: Member): string {
  const names = parameters.map((each) => (each.optional ? `${each.name}?` : each.name));
  return `${name}(${names.join(', ')}): ${returned?.type?.text ?? 'void'}`;
}

function code(text: string | undefined): string {
  return text ? `\`${text}\`` : '';
}
