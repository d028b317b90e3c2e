import type { Call, TelnyxRTC } from '@telnyx/webrtc';
import type { CallIds } from '../core/call/call-state.ts';

/** What support asks for; the gateway need not have sent any of it. */
export function readCallIds({ telnyxIDs }: Partial<Call>, { region, dc }: TelnyxRTC): CallIds {
  return {
    callControlId: telnyxIDs?.telnyxCallControlId || null,
    callSessionId: telnyxIDs?.telnyxSessionId || null,
    region: region || null,
    dc: dc || null,
  };
}
