// What the widget takes for true of Telnyx although nobody could verify it: a closed list. docs/telnyx.md marks
// each of them, docs/check.md has the table.

import type { StepId } from './step-id.ts';

export interface Assumption {
  readonly step: StepId;
  /** A sentence that holds or does not hold. */
  readonly claim: string;
}

export const assumptions = {
  'client-ready-fields': {
    step: 'ready',
    claim: 'clientReady holds reattached_sessions and no state',
  },
  'voice-sdk-id': { step: 'messages', claim: 'every message of the server has a voice_sdk_id' },
  'reply-texts': { step: 'messages', claim: 'replies use the texts that we know' },
  'login-causes': {
    step: 'login',
    claim: 'a login that is refused for good has −32001 Login Incorrect, and no code of its own',
  },
  'code-32000': {
    step: 'unknown-assistant',
    claim: 'anonymous logins are not refused with −32000',
  },
  'typed-acknowledged': { step: 'typed-text', claim: 'a typed message is acknowledged' },
  'typed-id': {
    step: 'typed-text',
    claim: 'a typed message is echoed with the id that the SDK made up',
  },
  'text-done-fields': {
    step: 'messages',
    claim: 'response.text.done and response.done have the fields that the widget reads',
  },
  'item-deleted': { step: 'messages', claim: 'browsers get conversation.item.deleted' },
  'sibling-types': {
    step: 'messages',
    claim: 'the other names of the Realtime vocabulary come on this channel',
  },
  'speech-marks': { step: 'speech-marks', claim: 'marks for the voice reach browsers' },
  'tools-key': { step: 'settings', claim: 'the list of tools stands under a key that we try' },
  'call-control-id': {
    step: 'support-ids',
    claim: 'an anonymous call has a telnyx_call_control_id',
  },
  'session-created': {
    step: 'conversation-id',
    claim: 'session.created names the conversation on this channel',
  },
  'id-in-frames': { step: 'conversation-id', claim: 'some message has a conversation_id' },
  'id-in-header': {
    step: 'conversation-id',
    claim: 'answer or ringing has the header X-AI-Assistant-Conversation-ID',
  },
  'failed-join': {
    step: 'made-up-id',
    claim: 'a failed join is a call that is refused, or that ends before any word',
  },
  'session-kept': {
    step: 'cut-socket',
    claim: 'an anonymous session and its call are kept for a client that comes back',
  },
  'token-destination': {
    step: 'token-login',
    claim: 'the given destination reaches the assistant from a login by token',
  },
} as const satisfies Readonly<Record<string, Assumption>>;

export type AssumptionId = keyof typeof assumptions;
export const assumptionIds = Object.keys(assumptions) as AssumptionId[];
