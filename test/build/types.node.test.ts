// The published types, in strict sites with several frameworks: correct code compiles, and each line after
// `@ts-expect-error` does not.

import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { compileSite } from './compile-site.ts';
import { ensureBuilt } from './ensure-built.ts';

const plain = `
  import 'telnyx-ai-call/define';
  import { TelnyxAiCall, type CallErrorCode } from 'telnyx-ai-call';
  const element: TelnyxAiCall = document.createElement('telnyx-ai-call');
  element.addEventListener('telnyx-call-error', ({ detail }) => {
    const code: CallErrorCode = detail.code;
    console.log(code, element.assistantId.length);
  });
  element.placement = 'inline';
  // @ts-expect-error: no such place
  element.placement = 'middle';
  // @ts-expect-error: read only
  element.callState = 'active';
  element.addEventListener('telnyx-call-end', ({ detail }) => {
    // @ts-expect-error: no such detail
    console.log(detail.seconds);
  });`;

const registeredOnly = `
  import 'telnyx-ai-call/define';
  document.querySelector('telnyx-ai-call')?.addEventListener('telnyx-call-end', ({ detail }) => {
    console.log(detail.durationMs.toFixed());
  });
  // @ts-expect-error: no such method
  document.createElement('telnyx-ai-call').hangup();`;

const react = `
  import 'telnyx-ai-call/react';
  import { useRef } from 'react';
  import type { TelnyxAiCall } from 'telnyx-ai-call';
  export function App({ user, asks }: { user: string; asks: boolean }) {
    const ref = useRef<TelnyxAiCall>(null);
    return (
      <main>
        <telnyx-ai-call
          ref={ref}
          key="call"
          className="call"
          assistant-id="assistant-1"
          resume-hours={12}
          placement="inline"
          require-consent={asks}
          variables={{ user }}
          tools={{ add: ({ a, b }) => Number(a) + Number(b) }}
          ontelnyx-call-end={({ detail }) => console.log(detail.durationMs.toFixed())}
        >
          Talk to us
        </telnyx-ai-call>
        <telnyx-ai-call variables={JSON.stringify({ user })} suppressHydrationWarning />
        {/* @ts-expect-error: no such place */}
        <telnyx-ai-call placement="middle" />
        {/* @ts-expect-error: a number */}
        <telnyx-ai-call resume-hours="a day" />
        {/* @ts-expect-error: no such attribute */}
        <telnyx-ai-call placment="inline" />
        {/* @ts-expect-error: no such detail */}
        <telnyx-ai-call ontelnyx-call-end={({ detail }) => console.log(detail.seconds)} />
      </main>
    );
  }`;

const vue = `
  import 'telnyx-ai-call/vue';
  import type { GlobalComponents } from 'vue';
  type Props = InstanceType<GlobalComponents['telnyx-ai-call']>['$props'];
  export const right: Props = {
    class: 'call',
    assistantId: 'assistant-1',
    resumeHours: 12,
    requireConsent: true,
    variables: { user: 'Ann' },
    iceServers: [],
    onTelnyxCallEnd: ({ detail }) => console.log(detail.durationMs.toFixed()),
  };
  export const json: Props = { variables: JSON.stringify({ user: 'Ann' }) };
  // @ts-expect-error: no such place
  export const place: Props = { placement: 'middle' };
  // @ts-expect-error: as text, it would be there
  export const asks: Props = { requireConsent: false };
  // @ts-expect-error: no such detail
  export const end: Props = { onTelnyxCallEnd: ({ detail }) => console.log(detail.seconds) };`;

const svelte = `
  import 'telnyx-ai-call/svelte';
  import type { SvelteHTMLElements } from 'svelte/elements';
  type Props = SvelteHTMLElements['telnyx-ai-call'];
  export const right: Props = {
    class: 'call',
    'assistant-id': 'assistant-1',
    'resume-hours': 12,
    'require-consent': true,
    variables: JSON.stringify({ user: 'Ann' }),
    'ontelnyx-call-end': ({ detail }) => console.log(detail.durationMs.toFixed()),
  };
  // @ts-expect-error: no such place
  export const place: Props = { placement: 'middle' };
  // @ts-expect-error: as text, it would be there
  export const asks: Props = { 'require-consent': false };
  // @ts-expect-error: it becomes "[object Object]"
  export const variables: Props = { variables: { user: 'Ann' } };
  // @ts-expect-error: no such detail
  export const end: Props = { 'ontelnyx-call-end': ({ detail }) => console.log(detail.seconds) };`;

before(ensureBuilt);

describe('the types', { timeout: 120_000 }, () => {
  const sites = {
    'plain.ts': plain,
    'registered.ts': registeredOnly,
    'react.tsx': react,
    'vue.ts': vue,
    'svelte.ts': svelte,
  };
  for (const [name, text] of Object.entries(sites)) {
    it(`say what is right and what is not, in ${name}`, () => {
      assert.equal(compileSite(name, text), '');
    });
  }
});
