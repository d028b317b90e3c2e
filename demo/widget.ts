// What all demo pages need: the widget, set up for the local gateway.

import '../src/define.ts';
import { TelnyxAiCall } from '../src/index.ts';

/** The page's widget, which will call the gateway that the page names in a meta tag. */
export function findWidget(): TelnyxAiCall {
  const widget = find(TelnyxAiCall, 'telnyx-ai-call');
  widget.gatewayUrl = find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
  // The gateway is on this machine: no STUN or TURN server is needed to find a way to it.
  widget.iceServers = [];
  return widget;
}

export function find<Kind extends Element>(kind: new () => Kind, selector: string): Kind {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}`);
}
