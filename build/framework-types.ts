// Writes the element's types for frameworks: one file for each, based on the framework's own types.
// Frameworks set attributes in different ways, so the allowed values differ.

import {
  type Described,
  type Field,
  fieldsOf,
  oneLine,
  type PublicElement,
} from './public-element.ts';

interface Framework {
  /** Imports the framework's types for what every element has. */
  readonly imports: string;
  readonly valueType: (field: Field) => string;
  /** Whether the framework sets properties that have no attribute. */
  readonly setsProperties: boolean;
  /** The name under which the framework's types look up an attribute. */
  readonly attributeName: (attribute: string) => string;
  readonly handlerName: (event: string) => string;
  readonly declaration: (element: PublicElement) => string;
}

const own = (name: string) => `TelnyxAiCall['${name}']`;

/** JSON is read as text, too: a server can render that. */
const ownOrJson = ({ name, type }: Field) =>
  type.text === 'Variables' ? `${own(name)} | string` : own(name);

/** These frameworks write `false` into the attribute as text. It would then be present, and so be true. */
const trueOrNothing = "true | ''";

const react: Framework = {
  imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
  valueType: ownOrJson,
  setsProperties: true,
  attributeName: (attribute) => attribute,
  handlerName: (event) => `on${event}`,
  declaration: ({ cssProperties }) => `declare module 'react' {
  interface CSSProperties {
${cssProperties.flatMap((each) => property(each.name, each, 'string | number')).join('\n')}
  }
  namespace JSX {
    interface IntrinsicElements {
      'telnyx-ai-call': TelnyxAiCallAttributes &
        Omit<
          DetailedHTMLProps<HTMLAttributes<TelnyxAiCall>, TelnyxAiCall>,
          keyof TelnyxAiCallAttributes
        >;
    }
  }
}`,
};

const vue: Framework = {
  imports: "import type { HTMLAttributes, ReservedProps } from 'vue';",
  valueType: (field) => (field.type.text === 'boolean' ? trueOrNothing : ownOrJson(field)),
  setsProperties: true,
  // In templates, Vue looks up `assistant-id` as `assistantId`.
  attributeName: camel,
  handlerName: (event) => `on${camel(`-${event}`)}`,
  declaration: () => `declare module 'vue' {
  interface GlobalComponents {
    'telnyx-ai-call': new () => {
      $props: TelnyxAiCallAttributes &
        Omit<HTMLAttributes & ReservedProps, keyof TelnyxAiCallAttributes>;
    };
  }
}`,
};

const svelte: Framework = {
  imports: "import type { HTMLAttributes } from 'svelte/elements';",
  valueType: ({ name, type }) => {
    if (type.text === 'boolean') return trueOrNothing;
    // A text, since Svelte sets only attributes on this element.
    return type.text === 'Variables' ? 'string' : own(name);
  },
  setsProperties: false,
  attributeName: (attribute) => attribute,
  handlerName: (event) => `on${event}`,
  declaration: () => `declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'telnyx-ai-call': TelnyxAiCallAttributes &
      Omit<HTMLAttributes<TelnyxAiCall>, keyof TelnyxAiCallAttributes>;
  }
}`,
};

export const frameworks = { react, vue, svelte };

export function typesFor(framework: Framework, element: PublicElement): string {
  const fields = fieldsOf(element).filter(
    ({ attribute }) => attribute !== undefined || framework.setsProperties,
  );
  const lines = [
    ...fields.flatMap((field) =>
      property(
        framework.attributeName(field.attribute ?? field.name),
        field,
        framework.valueType(field),
      ),
    ),
    ...element.events.flatMap((event) =>
      property(framework.handlerName(event.name), event, `Handler<'${event.name}'>`),
    ),
  ];
  return `// Generated: \`npm run build\` makes it from the source.

${framework.imports}
import type { TelnyxAiCall, TelnyxCallEvent, TelnyxCallEventName } from './index.js';

type Handler<Name extends TelnyxCallEventName> = (event: TelnyxCallEvent<Name>) => void;

export interface TelnyxAiCallAttributes {
${lines.join('\n')}
}

${framework.declaration(element)}
`;
}

function property(name: string, { description }: Described, type: string): string[] {
  const key = /\W/.test(name) ? `'${name}'` : name;
  const doc = description ? [`  /** ${oneLine(description)} */`] : [];
  return [...doc, `  ${key}?: ${type} | undefined;`];
}

function camel(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
