import { isId } from '../telnyx/ids.ts';
import type { CallOfAssistant } from '../telnyx/telnyx-account.ts';

/** @returns nothing if the body names no call, or an assistant whose id cannot be one. */
export function parseCall(body: unknown): CallOfAssistant | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Readonly<Record<string, unknown>>;
  const callControlId = fields['call_control_id'];
  const assistantId = fields['assistant_id'] || undefined;
  if (!isId(callControlId)) return undefined;
  if (assistantId !== undefined && !isId(assistantId)) return undefined;
  return { callControlId, assistantId };
}
