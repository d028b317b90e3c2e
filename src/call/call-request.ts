// What a call is begun with.

import type { Settings } from '../contract/settings.ts';
import type { StartOptions } from '../contract/widget-port.ts';
import type { Join } from '../core/call/call-model.ts';
import type { Variables } from '../core/call/custom-headers.ts';

export interface CallRequest extends Omit<StartOptions, 'startOver'> {
  readonly settings: Settings;
  readonly join: Join | null;
  readonly variables: Variables;
  /** Begins muted. */
  readonly muted: boolean;
  /** When the visitor wanted it, by `performance.now()`; `null`: on an earlier page. */
  readonly pressedAtMs: number | null;
}
