// The element: its public properties and methods, and what it renders. What happens in a call lives in
// the controllers; the panel's code arrives when a visitor wants it.

import { html, LitElement, type PropertyDeclarations } from 'lit';
import {
  oneOf,
  type Placement,
  placements,
  positiveNumber,
  type Preload,
  preloads,
  type ResumeMode,
  resumeModes,
  type Theme,
  themes,
  variables,
} from './attributes.ts';
import type { CallHost } from './controllers/call-stage.ts';
import { CallStarter } from './controllers/call-starter.ts';
import type { Conversation } from './controllers/conversation-controller.ts';
import type { CallState } from './core/call-state.ts';
import type { WaitLimits } from './core/call-waits.ts';
import type { Variables } from './core/custom-headers.ts';
import { launcherStrings } from './i18n/launcher-strings.ts';
import type { StringOverrides } from './i18n/strings.ts';
import { type LauncherAction, renderLauncher } from './launcher/launcher.ts';
import { launcherStyles } from './launcher/launcher.styles.ts';
import { tokens } from './launcher/tokens.styles.ts';

/**
 * A button that lets a visitor talk to a Telnyx AI assistant, right in the page.
 *
 * Until the visitor shows intent it loads, stores and connects nothing.
 *
 * @tagname telnyx-ai-call
 *
 * @slot - The launcher's label; also what is seen before the script has loaded. Default: "Talk to the assistant".
 * @slot icon - The launcher's icon.
 * @slot header - Shown at the top of the panel.
 * @slot footer - Shown at the bottom of the panel.
 *
 * @csspart launcher - The button that starts a call.
 * @csspart panel - The panel of a call.
 * @csspart header - The panel's first row.
 * @csspart status - Where the call stands, in words.
 * @csspart timer - The running time.
 * @csspart notice - A problem or a piece of news, with its one action.
 * @csspart controls - The row of buttons.
 * @csspart mute-button - Turns the microphone off and on.
 * @csspart hang-up-button - Ends the call.
 *
 * @cssprop [--telnyx-ai-call-accent] - Colour of the launcher and of what is live.
 * @cssprop [--telnyx-ai-call-accent-text] - Text on the accent colour.
 * @cssprop [--telnyx-ai-call-surface] - Background of the panel.
 * @cssprop [--telnyx-ai-call-surface-text] - Text in the panel.
 * @cssprop [--telnyx-ai-call-muted-text] - Text of less weight.
 * @cssprop [--telnyx-ai-call-border] - Lines.
 * @cssprop [--telnyx-ai-call-danger] - The button that ends a call.
 * @cssprop [--telnyx-ai-call-radius=20px] - Corners of the panel.
 * @cssprop [--telnyx-ai-call-font] - Font family; the page's by default.
 * @cssprop [--telnyx-ai-call-offset=20px] - Distance from the window's edges.
 * @cssprop [--telnyx-ai-call-z-index=2147483000] - Layer, when floating.
 * @cssprop [--telnyx-ai-call-panel-width=340px] - Width of the panel; never wider than the window.
 * @cssprop [--telnyx-ai-call-panel-height=560px] - Greatest height of the panel.
 *
 * @fires {TelnyxCallEvent<'telnyx-call-request'>} telnyx-call-request - Before anything happens; cancelable. `detail`: `{ variables, conversationId }`; the page may edit `variables`.
 * @fires {TelnyxCallEvent<'telnyx-call-state'>} telnyx-call-state - Every change of state. `detail`: `{ state, previous }`.
 * @fires {TelnyxCallEvent<'telnyx-call-start'>} telnyx-call-start - The call is active. `detail`: `{ conversationId, resumed, callControlId, callSessionId, region, dc }`.
 * @fires {TelnyxCallEvent<'telnyx-call-end'>} telnyx-call-end - A call is over and all it held is let go. `detail`: `{ reason, durationMs, conversationId }`.
 * @fires {TelnyxCallEvent<'telnyx-call-error'>} telnyx-call-error - A call failed. `detail`: `{ code, message, recoverable }`.
 * @fires {TelnyxCallEvent<'telnyx-conversation'>} telnyx-conversation - The conversation's id was learned, changed or forgotten. `detail`: `{ conversationId, source, resumed }`.
 * @fires {TelnyxCallEvent<'telnyx-mute'>} telnyx-mute - The microphone was turned off or on. `detail`: `{ muted }`.
 */
export class TelnyxAiCall extends LitElement implements CallHost {
  static override readonly styles = [tokens, launcherStyles];

  static override readonly properties: PropertyDeclarations = {
    assistantId: { attribute: 'assistant-id' },
    assistantVersion: { attribute: 'assistant-version' },
    conversationId: { attribute: 'conversation-id' },
    resume: { converter: oneOf('resume', resumeModes) },
    resumeHours: { attribute: 'resume-hours', converter: positiveNumber('resume-hours', 24) },
    variables: { converter: variables('variables') },
    callerName: { attribute: 'caller-name' },
    region: {},
    gatewayUrl: { attribute: 'gateway-url' },
    conversationUrl: { attribute: 'conversation-url' },
    placement: { converter: oneOf('placement', placements) },
    theme: { converter: oneOf('theme', themes) },
    preload: { converter: oneOf('preload', preloads) },
    noTrickleIce: { type: Boolean, attribute: 'no-trickle-ice' },
    callReports: { type: Boolean, attribute: 'call-reports' },
    debug: { type: Boolean },
    iceServers: { attribute: false },
    strings: { attribute: false },
    waitLimitsMs: { attribute: false },
  };

  /** The assistant to talk to (`target_id` of the anonymous login). Required. */
  assistantId = '';

  /** Pins a version of the assistant (`target_version_id`). */
  assistantVersion = '';

  /** Joins exactly this conversation; wins over a stored one. */
  conversationId = '';

  /** `auto` goes on with the stored conversation; `off` neither reads nor writes storage. */
  resume: ResumeMode = 'auto';

  /** How long after its last use a stored conversation may be joined, in hours. */
  resumeHours = 24;

  /**
   * Dynamic variables for the assistant, as a JSON object of strings, numbers and booleans. They are
   * sent as `X-…` headers of the call: `order_id` becomes `X-Order-Id`.
   */
  variables: Variables = {};

  /** The caller's name, as the assistant sees it. */
  callerName = '';

  /** Telnyx region; empty is automatic. */
  region = '';

  /** Signaling server (ws or wss URL); empty is Telnyx. For development and tests. */
  gatewayUrl = '';

  /**
   * The site's own endpoint that tells which conversation a call belongs to. It is asked by `POST` of
   * `{"assistant_id", "call_control_id", "call_session_id"}` and replies `{"conversation_id"}`.
   */
  conversationUrl = '';

  /** A floating corner of the window (mirrored in right-to-left pages), or `inline`. */
  placement: Placement = 'bottom-right';

  /** `auto` follows the page's `color-scheme`. */
  theme: Theme = 'auto';

  /** When the code of a call is fetched ahead of the click: on `intent` (pointer, focus, touch), or not. */
  preload: Preload = 'intent';

  /** Gathers all ICE candidates before calling, instead of sending them as they are found. */
  noTrickleIce = false;

  /**
   * Lets the SDK upload its call report, which holds transcript text, SDP and device labels
   * (`V/webrtc/CallReportCollector.ts`).
   */
  callReports = false;

  /** Logs states to the console, and leaves the SDK its own log. */
  debug = false;

  /** ICE servers; `null` is Telnyx's own STUN and TURN, no third party's. */
  iceServers: readonly RTCIceServer[] | null = null;

  /** Texts of the interface that the page wants otherwise. */
  strings: StringOverrides = {};

  /** Upper limits of the waits of a call, in milliseconds, where the page wants others. */
  waitLimitsMs: Partial<WaitLimits> = {};

  readonly #starter = new CallStarter(this);

  /** Where the call stands. */
  get callState(): CallState {
    return this.#starter.state;
  }

  /** Whether the microphone is off. */
  get muted(): boolean {
    return this.#starter.call?.controller.muted ?? false;
  }

  /** The conversation of this or the last call. */
  get conversation(): Conversation | null {
    return this.#starter.call?.conversation.current ?? null;
  }

  /**
   * Starts a call; call it in a click, so that the browser lets the assistant's voice play.
   * Resolves when the call is active.
   * @throws {CallError} when it does not become active.
   */
  call(): Promise<void> {
    return this.#starter.start();
  }

  /** Ends the call, in any state. Resolves when microphone and socket are closed. */
  hangUp(): Promise<void> {
    return this.#starter.hangUp('page');
  }

  /** Turns the microphone off; `telnyx-mute` follows. */
  mute(): void {
    this.#starter.call?.controller.setMuted(true);
  }

  /** Turns the microphone on again; `telnyx-mute` follows. */
  unmute(): void {
    this.#starter.call?.controller.setMuted(false);
  }

  /** Forgets the conversation: the next call begins a new one. */
  forgetConversation(): void {
    this.#starter.forgetConversation();
  }

  /** Shows the panel of a call. */
  expand(): void {
    this.#starter.call?.panel.setCollapsed(false);
  }

  /** Puts the panel aside; the call goes on. */
  collapse(): void {
    this.#starter.call?.panel.setCollapsed(true);
  }

  protected override render() {
    const { call, loadFailed, state, warm } = this.#starter;
    const strings = { ...launcherStrings, ...this.strings };
    const beforeCode = state === 'preparing' ? 'end-call' : 'call';
    const action = call ? call.panel.launcherAction : beforeCode;
    const starting = state === 'preparing' ? strings.statusPreparing : '';
    const announcement = call?.panel.announcement ?? starting;
    return html`
      <div
        class="widget ${this.placement} ${this.theme}"
        @pointerover=${warm}
        @focusin=${warm}
        @touchstart=${{ handleEvent: warm, passive: true }}
        @keydown=${this.#pressed}
      >
        ${call?.panel.render()}
        ${renderLauncher({ action, loadFailed, announcement, strings }, this.#act)}
      </div>
    `;
  }

  readonly #act = (action: LauncherAction) => {
    // Whatever goes wrong is shown, and told as an event.
    if (action === 'call') this.call().catch(() => undefined);
    else if (action === 'expand') this.expand();
    else void this.#starter.hangUp('visitor');
  };

  readonly #pressed = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (this.#starter.call?.panel.dismiss()) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'telnyx-ai-call': TelnyxAiCall;
  }
}
