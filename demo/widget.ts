// Finds the widget and sets it up for the local gateway. All demo pages need this.

import '../src/define.ts';
import { TelnyxAiCall } from '../src/index.ts';

/** The page's widget. It will call the gateway that the page names in a meta tag. */
export function findWidget(): TelnyxAiCall {
  const widget = find(TelnyxAiCall, 'telnyx-ai-call');
  widget.gatewayUrl = find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
  // The gateway is on this machine, so no STUN or TURN server is needed to reach it.
  widget.iceServers = [];
  return widget;
}

export function find<Kind extends Element>(kind: new () => Kind, selector: string): Kind {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}`);
}
