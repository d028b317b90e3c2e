// The widget with a probe. Its code comes from the script tag beside this one.

import type {} from '../../src/index.ts';
import { assistantId, gatewayUrl, iceServers } from './call-settings.ts';
import { callIsActive } from './probe.ts';

const element = document.querySelector('telnyx-ai-call');
void customElements.whenDefined('telnyx-ai-call').then(() => {
  Object.assign(element ?? {}, { assistantId, gatewayUrl, iceServers });
});
element?.addEventListener('telnyx-call-state', ({ detail }) => {
  if (detail.state === 'active') callIsActive();
});
