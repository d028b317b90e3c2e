// Finds the widget and sets it up for the local gateway. All demo pages need this.

import '../src/define.ts';
import { TelnyxAiCall } from '../src/index.ts';

/** The page's widget. It will call the gateway that the page names in a meta tag. */
export function findWidget(): TelnyxAiCall {
  const widget = find(TelnyxAiCall, 'telnyx-ai-call');
  widget.setAttribute('assistant-id', idHere(widget.getAttribute('assistant-id') ?? ''));
  widget.gatewayUrl = find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
  // The gateway is on this machine, so no STUN or TURN server is needed to reach it.
  widget.iceServers = [];
  return widget;
}

/**
 * Gives each demo page an assistant of its own, so that none goes on with what was said on another page. The
 * gateway plays an assistant by what stands before the `~`.
 */
export function idHere(assistantId: string): string {
  if (assistantId.includes('~')) return assistantId;
  return `${assistantId}~${/([\w-]+)\.html$/.exec(location.pathname)?.[1] ?? 'index'}`;
}

export function find<Kind extends Element>(kind: new () => Kind, selector: string): Kind {
  const element = document.querySelector(selector);
  if (element instanceof kind) return element;
  throw new Error(`The page has no ${selector}`);
}
