import type { Call, TelnyxRTC } from '@telnyx/webrtc';
import type { CallIds } from '../core/call/call-state.ts';

/** What support asks for; the gateway need not have sent any of it, nor as text. */
export function readCallIds({ telnyxIDs }: Partial<Call>, { region, dc }: TelnyxRTC): CallIds {
  return {
    callControlId: toId(telnyxIDs?.telnyxCallControlId),
    callSessionId: toId(telnyxIDs?.telnyxSessionId),
    region: toId(region),
    dc: toId(dc),
  };
}

function toId(value: unknown): string | null {
  return ['string', 'number'].includes(typeof value) && value !== '' ? String(value) : null;
}
