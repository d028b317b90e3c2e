// Notes what the element tells the page, without what was said.

import type { TelnyxAiCall } from '../../../src/index.ts';
import type { Desk } from './desk.ts';
import { hasVoiceMarks } from './frame-reader.ts';
import { toProtocolName } from './protocol-name.ts';

export function watchElement(element: TelnyxAiCall, desk: Desk): void {
  const now = () => ({ atMs: desk.nowMs() });
  element.addEventListener('telnyx-call-state', ({ detail: { state } }) => {
    desk.notebook.addEvent({ ...now(), type: 'state', state });
  });
  element.addEventListener('telnyx-call-start', ({ detail: { resumed, ...ids } }) => {
    // The server may have sent anything in their place.
    const [callControlId, callSessionId] = [toText(ids.callControlId), toText(ids.callSessionId)];
    const [region, dc] = [toPlace(ids.region), toPlace(ids.dc)];
    const known = { callControlId, callSessionId, region, dc };
    desk.notebook.addEvent({ ...now(), type: 'start', resumed, ids: known });
  });
  element.addEventListener('telnyx-call-end', ({ detail: { reason } }) => {
    desk.notebook.addEvent({ ...now(), type: 'end', reason });
  });
  element.addEventListener('telnyx-call-error', ({ detail: { code } }) => {
    desk.notebook.addEvent({ ...now(), type: 'error', code });
  });
  element.addEventListener('telnyx-conversation', ({ detail: { conversationId, source } }) => {
    desk.notebook.addEvent({ ...now(), type: 'conversation', id: conversationId, source });
  });
  element.addEventListener('telnyx-transcript', ({ detail: { entry } }) => {
    const { role, id, text, final } = entry;
    desk.notebook.addEvent({
      ...now(),
      type: 'words',
      role,
      entryId: id,
      isFinal: final,
      isEmpty: text.trim() === '',
      hasMarks: role === 'assistant' && hasVoiceMarks(text),
    });
  });
  element.addEventListener('telnyx-tool-call', ({ detail }) => {
    const reason = 'reason' in detail ? detail.reason : null;
    desk.notebook.addEvent({ ...now(), type: 'tool', status: detail.status, reason });
  });
}

function toText(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** A region or a data centre, as "us-east" and "ch1". */
function toPlace(value: unknown): string | null {
  return typeof value === 'string' ? toProtocolName(value) : null;
}
