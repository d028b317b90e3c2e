// Runs in the studio's frame. Shows the element with the settings of its address, then of messages, in the state
// that they name.

import '../../../src/define.ts';
import { directionOf } from '../../../src/i18n/languages.ts';
import { TelnyxAiCall } from '../../../src/index.ts';
import { find } from '../../widget.ts';
import { loadFields } from '../fields/all-fields.ts';
import type { Settings } from '../fields/fields.ts';
import { fromAddress } from '../share/settings-address.ts';
import { applySettings } from './apply-settings.ts';
import { practiceIdOf, reachState } from './reach-state.ts';
import { lendSilentMicrophone, setSilent } from './silent-microphone.ts';
import { shownState } from './states.ts';

const gatewayUrl = find(HTMLMetaElement, 'meta[name="gateway-url"]').content;
const anHourMs = 3_600_000;
const place = find(HTMLElement, '#place');
let address = location.hash;
let show = () => {};
let widget: TelnyxAiCall | null = null;
/** What a new element is needed for. */
let scene = '';
let leaving = new AbortController();
let visits = 0;

lendSilentMicrophone();
addEventListener('message', ({ origin, source, data }) => {
  if (origin !== location.origin || source !== parent || typeof data !== 'string') return;
  address = data;
  show();
});

const fields = await loadFields();
show = () => {
  const settings = fromAddress(address, fields);
  showPage(settings);
  const wanted = sceneOf(settings);
  if (!widget || wanted !== scene) {
    scene = wanted;
    begin(settings);
  } else {
    apply(widget, settings);
  }
};
show();

/** A state is reached anew when something changes that it began with. */
function sceneOf(settings: Settings): string {
  const state = shownState(settings);
  const own = settings.get('view.own') ?? '';
  if (state === 'button') return `button ${own}`;
  const beginnings = ['mode', 'chat-url', 'form', 'invite', 'greeting', 'require-consent', 'lang'];
  return [state, ...beginnings.map((key) => settings.get(key) ?? '')].join('\n');
}

function begin(settings: Settings): void {
  leaving.abort();
  leaving = new AbortController();
  if (widget) {
    // The call of the state before ends by itself.
    widget.hangUp().catch(() => {});
    widget.remove();
  }
  forgetVisit();
  const state = shownState(settings);
  visits += 1;
  setSilent(state !== 'button');
  widget = new TelnyxAiCall();
  apply(widget, settings);
  place.append(widget);
  const controlUrl = gatewayUrl.replace(/^ws/, 'http').replace(/\/$/, '');
  const { signal } = leaving;
  reachState(state, { widget, controlUrl, signal }).catch((error: unknown) => {
    if (!signal.aborted) console.warn('The state could not be shown.', error);
  });
}

function apply(element: TelnyxAiCall, settings: Settings): void {
  const state = shownState(settings);
  const isOwn = state === 'button' && settings.has('view.own') && settings.has('assistant-id');
  const practiceId = isOwn ? null : practiceIdOf(state, visits);
  applySettings(element, settings, fields, {
    practiceId,
    hasForm: state === 'button' || state === 'form',
  });
  element.gatewayUrl = isOwn ? '' : gatewayUrl;
  // The gateway is on this machine, so no STUN or TURN server is needed to reach it.
  element.iceServers = isOwn ? null : [];
  if (state === 'invitation') element.inviteAfter = 0;
  if (state !== 'button') {
    // What is only shown leaves no trace.
    element.resume = 'off';
    // A state stays until another one is wanted.
    element.waitLimitsMs = { answer: anHourMs, silence: anHourMs };
  }
}

/** The page behind the element: the person's own, as a picture, or an example. */
function showPage(settings: Settings): void {
  const root = document.documentElement;
  const background = settings.get('view.background');
  root.style.colorScheme = settings.get('view.scheme') ?? 'light';
  root.dir = directionOf(settings.get('lang') ?? 'en');
  document.body.classList.toggle('pictured', background !== undefined);
  document.body.style.backgroundImage =
    background === undefined
      ? ''
      : `url(${JSON.stringify(new URL(background, location.href).href)})`;
}

/** Whoever has put the button away, or was invited, gets both again. */
function forgetVisit(): void {
  try {
    for (const key of Object.keys(sessionStorage)) {
      if (key.startsWith('telnyx-ai-call:v1:')) sessionStorage.removeItem(key);
    }
  } catch {
    // There is no storage, so nothing is remembered.
  }
}
