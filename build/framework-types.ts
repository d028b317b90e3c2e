// The element in the templates of frameworks, as their type checkers know elements: one file for each, on
// the framework's own types. What an attribute may be differs, since they set it in different ways.

import {
  type Described,
  type Field,
  fieldsOf,
  oneLine,
  type PublicElement,
} from './public-element.ts';

interface Framework {
  /** How its types call what every element has. */
  readonly imports: string;
  readonly valueType: (field: Field) => string;
  /** Whether it sets properties that have no attribute. */
  readonly setsProperties: boolean;
  /** The name by which its types look an attribute up. */
  readonly attributeName: (attribute: string) => string;
  readonly handlerName: (event: string) => string;
  readonly declaration: string;
}

const own = (name: string) => `TelnyxAiCall['${name}']`;

/** Written as text into an attribute, `false` would be there, and so be true. */
const trueOrNothing = "true | ''";

const react: Framework = {
  imports: "import type { DetailedHTMLProps, HTMLAttributes } from 'react';",
  valueType: ({ name }) => own(name),
  setsProperties: true,
  attributeName: (attribute) => attribute,
  handlerName: (event) => `on${event}`,
  declaration: `declare module 'react' {
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
  valueType: ({ name, type }) => (type.text === 'boolean' ? trueOrNothing : own(name)),
  setsProperties: true,
  // In templates `assistant-id` is looked up as `assistantId`.
  attributeName: camel,
  handlerName: (event) => `on${camel(`-${event}`)}`,
  declaration: `declare module 'vue' {
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
    // As text: Svelte sets nothing else on this element.
    return type.text === 'Variables' ? 'string' : own(name);
  },
  setsProperties: false,
  attributeName: (attribute) => attribute,
  handlerName: (event) => `on${event}`,
  declaration: `declare module 'svelte/elements' {
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

${framework.declaration}
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
