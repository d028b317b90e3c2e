// A page in React 19, as its authors would write it: the element in a list that is sorted, with attributes,
// properties and handlers that change. The test changes them with `window.change`.

import { createElement, StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';

export interface View {
  readonly order: readonly ('text' | 'call')[];
  readonly user: string;
  readonly asks: boolean;
}

interface Props {
  readonly assistantId: string | undefined;
  readonly gatewayUrl: string | undefined;
  readonly heard: string[];
}

function App({ assistantId, gatewayUrl, heard }: Props) {
  const [view, setView] = useState<View>({ order: ['text', 'call'], user: 'Ann', asks: true });
  const { order, user, asks } = view;
  Object.assign(window, { change: (changed: Partial<View>) => setView({ ...view, ...changed }) });
  const parts = {
    text: createElement('p', { key: 'text' }, `Hello ${user}.`),
    call: createElement(
      'telnyx-ai-call',
      {
        key: 'call',
        'assistant-id': assistantId,
        'gateway-url': gatewayUrl,
        'require-consent': asks,
        placement: 'inline',
        variables: { user },
        'ontelnyx-call-start': () => heard.push(`start for ${user}`),
        'ontelnyx-call-end': () => heard.push(`end for ${user}`),
      },
      'Talk to us',
    ),
  };
  return createElement('main', null, ...order.map((name) => parts[name]));
}

const root = document.getElementById('root');
if (root) {
  const { assistantId, gatewayUrl } = root.dataset;
  const heard: string[] = [];
  Object.assign(window, { heard });
  const app = createElement(App, { assistantId, gatewayUrl, heard });
  createRoot(root).render(createElement(StrictMode, null, app));
}
