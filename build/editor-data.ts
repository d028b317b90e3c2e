// Describes the element's tag for editors: custom data for VS Code, web types for JetBrains.

import { fieldsOf, oneLine, type PublicElement, wordsOf } from './public-element.ts';

export function vsCodeData(element: PublicElement): unknown {
  return {
    version: 1.1,
    tags: [
      {
        name: element.tagName,
        description: { kind: 'markdown', value: element.description },
        attributes: attributesOf(element).map((field) => {
          const values = wordsOf(field).map((name) => ({ name }));
          return {
            name: field.attribute,
            description: { kind: 'markdown', value: oneLine(field.description) },
            ...(values.length > 0 && { values }),
            // A boolean attribute takes no value.
            ...(field.type.text === 'boolean' && { valueSet: 'v' }),
          };
        }),
      },
    ],
  };
}

export function webTypes(element: PublicElement, version: string): unknown {
  const described = ({ name, description }: PublicElement['slots'][number]) => ({
    name,
    description: oneLine(description),
  });
  return {
    $schema: 'https://json.schemastore.org/web-types',
    name: 'telnyx-ai-call',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: [
          {
            name: element.tagName,
            description: element.description,
            attributes: attributesOf(element).map((field) => {
              const { attribute, type, default: usual } = field;
              const values = wordsOf(field).map((name) => ({ name }));
              return {
                name: attribute,
                description: oneLine(field.description),
                value: attributeValue(type.text, values.length > 0),
                ...(values.length > 0 && { values }),
                ...(usual !== undefined && { default: usual.replaceAll("'", '') }),
              };
            }),
            slots: element.slots.map(described),
            js: {
              properties: element.members
                .filter(({ kind }) => kind === 'field')
                .map((field) => ({
                  ...described(field),
                  type: field.type?.text,
                  ...(field.readonly && { 'read-only': true }),
                })),
              events: element.events.map(described),
            },
            css: {
              parts: element.cssParts.map(described),
              properties: element.cssProperties.map(described),
            },
          },
        ],
      },
    },
  };
}

function attributesOf(element: PublicElement) {
  return fieldsOf(element).filter(({ attribute }) => attribute !== undefined);
}

function attributeValue(type: string, isWord: boolean): unknown {
  if (isWord) return { type: 'enum' };
  if (type === 'boolean') return { kind: 'no-value', type: 'boolean' };
  return { type: type === 'number' ? 'number' : 'string' };
}
