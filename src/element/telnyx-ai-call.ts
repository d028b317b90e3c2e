// The element: its public properties and methods, and what it renders. What happens in a call lives in
// the controllers; the panel's code arrives when a visitor wants it.

import { type PropertyValues, ReactiveElement } from '@lit/reactive-element';
import {
  type LauncherForm,
  launcherForms,
  type Mode,
  modes,
  type Placement,
  placements,
  type Preload,
  preloads,
  type ResumeMode,
  resumeModes,
  type Settings,
  type Theme,
  themes,
} from '../contract/settings.ts';
import type { PublicTranscriptEntry } from '../contract/events.ts';
import type { CallState } from '../core/call/call-state.ts';
import type { WaitLimits } from '../core/call/call-waits.ts';
import type { Credentials } from '../core/call/credentials.ts';
import type { Variables } from '../core/call/custom-headers.ts';
import {
  assertTool,
  type ClientTools,
  type ToolHandler,
  type ToolOptions,
} from '../core/dialogue/client-tools.ts';
import type { Conversation } from '../core/dialogue/conversation.ts';
import type { StringOverrides } from '../i18n/string-overrides.ts';
import {
  anything,
  converterOf,
  flag,
  type Kind,
  namedValues,
  number,
  oneOf,
  property,
  text,
  texts,
} from './attributes.ts';
import { LauncherController } from './launcher-controller.ts';
import { launcherStyles } from './launcher.styles.ts';
import { Widget } from './widget.ts';

type Values = ReactiveElement & Record<symbol, unknown>;

/**
 * Makes the properties. It is a class of its own, and counts as finalized: Lit warns of a `createProperty` of any other
 * class.
 */
abstract class DeclaredElement extends ReactiveElement {
  protected static override readonly finalized = true;
  // What is shown is often known only after an update. Lit warns of that in development.
  static override enabledWarnings = [];

  /** `assistantId` is the attribute `assistant-id`, and so on. Its value begins when it is first read. */
  static override createProperty(name: string, kind: Kind<unknown>): void {
    let attribute = '';
    // Browsers would take longer to compile a regular expression.
    for (const letter of name) attribute += letter < 'a' ? `-${letter.toLowerCase()}` : letter;
    const converter = converterOf(attribute, kind);
    this.elementProperties.set(name, { attribute, converter, ...kind });
    const key = Symbol();
    const accessor: ThisType<Values> & PropertyDescriptor & { readonly __proto__: null } = {
      // A page may have put a `value` on all objects.
      __proto__: null,
      get() {
        return (this[key] ??= kind.initial());
      },
      set(value: unknown) {
        this[key] = value;
        this.requestUpdate();
      },
    };
    if (!kind.noAccessor) Object.defineProperty(this.prototype, name, accessor);
  }
}

/**
 * A button that lets a visitor talk to a Telnyx AI assistant, right in the page.
 *
 * Until the visitor shows intent it loads, stores and connects nothing. A setting that names no default
 * begins as the empty string, or as `false`.
 *
 * @tagname telnyx-ai-call
 *
 * @attr {string} lang - Language of the interface, as a tag (BCP 47); else that of the nearest element around it, else the browser's.
 *
 * @slot - The launcher's label; also what is seen before the script has loaded. Default: "Talk to the assistant".
 * @slot icon - The launcher's icon.
 * @slot header - Shown at the top of the panel.
 * @slot consent - What the visitor agrees to before a call or typing, with `require-consent`.
 * @slot form - One `<form>` of the page's own. The visitor fills it in before the first call or message of a conversation; its named values become variables.
 * @slot footer - Shown at the bottom of the panel.
 *
 * @csspart launcher - The button that starts a call.
 * @csspart panel - The panel of a call.
 * @csspart header - The panel's first row.
 * @csspart status - Where the call stands, in words.
 * @csspart timer - The running time.
 * @csspart meter - How loud the call is.
 * @csspart transcript - What was said.
 * @csspart entry - One turn in the transcript.
 * @csspart composer - Where a message is typed.
 * @csspart devices - Where microphone and speaker are chosen.
 * @csspart notice - A problem or a piece of news, with its one action.
 * @csspart controls - The row of buttons.
 * @csspart mute-button - Turns the microphone off and on.
 * @csspart hold-button - Held to talk, with `hold-to-talk`; it stands in the place of the mute button.
 * @csspart hang-up-button - Ends the call.
 * @csspart primary-button - What most visitors press: *Start call*, *Call again*, *Agree and call*, *Continue conversation*.
 * @csspart avatar - The assistant's picture, its initials, or an icon: in the panel's header, on a card, in the launcher.
 * @csspart prompts - The group of starter questions.
 * @csspart card - The launcher with `launcher="card"`.
 * @csspart invite - The bubble that invites to talk.
 * @csspart secondary-button - The other answers (*Not now*, *Start over*), a notice's action (*Try again*, *Tap to hear*) and *Send feedback*.
 * @csspart form - What holds the page's own form.
 * @csspart forget-button - Forgets the conversation, after a call or (*Start over*) typing.
 *
 * @cssstate listening - The call is active, and the assistant waits for the visitor's words.
 * @cssstate thinking - The call is active, and the assistant prepares its answer.
 * @cssstate speaking - The call is active, and the assistant's voice is heard.
 * @cssstate muted - The microphone of the call is off.
 *
 * @cssprop [--telnyx-ai-call-accent=light-dark(#0a6c52, #4fd6ad)] - Colour of the launcher and of what is live.
 * @cssprop [--telnyx-ai-call-accent-text] - Text on the accent colour; black or white, whichever reads better.
 * @cssprop [--telnyx-ai-call-surface=light-dark(#fff, #18211d)] - Background of the panel.
 * @cssprop [--telnyx-ai-call-surface-text] - Text in the panel; black or white, whichever reads better.
 * @cssprop [--telnyx-ai-call-muted-text] - Text of less weight; 72 % of the text's colour on the surface.
 * @cssprop [--telnyx-ai-call-border] - Lines; 16 % of the text's colour on the surface.
 * @cssprop [--telnyx-ai-call-danger=light-dark(#b4232c, #ff8f92)] - The button that ends a call.
 * @cssprop [--telnyx-ai-call-radius=20px] - Corners of the panel, and of what is in it in proportion.
 * @cssprop [--telnyx-ai-call-button-radius=26px] - Corners of the launcher, the panel's buttons and the message field; by default their ends are round.
 * @cssprop [--telnyx-ai-call-font=inherit] - Font family; the page's by default.
 * @cssprop [--telnyx-ai-call-offset=20px] - Distance from the window's edges; none is `0px`, because style sheets compute with it.
 * @cssprop [--telnyx-ai-call-z-index=2147483000] - Layer, when floating.
 * @cssprop [--telnyx-ai-call-panel-width=360px] - Width of the panel; never wider than the window.
 * @cssprop [--telnyx-ai-call-panel-height=560px] - Greatest height of the panel.
 *
 * @fires {TelnyxCallEvent<'telnyx-call-request'>} telnyx-call-request - Before anything happens; cancelable. `detail`: `{ variables, conversationId }`; the page may edit `variables`.
 * @fires {TelnyxCallEvent<'telnyx-call-state'>} telnyx-call-state - Every change of state. `detail`: `{ state, previous }`.
 * @fires {TelnyxCallEvent<'telnyx-call-start'>} telnyx-call-start - The call is active. `detail`: `{ conversationId, resumed, callControlId, callSessionId, region, dc }`.
 * @fires {TelnyxCallEvent<'telnyx-call-end'>} telnyx-call-end - A call is over and all it held is let go. `detail`: `{ reason, durationMs, conversationId }`.
 * @fires {TelnyxCallEvent<'telnyx-call-error'>} telnyx-call-error - A call failed. `detail`: `{ code, message, recoverable }`.
 * @fires {TelnyxCallEvent<'telnyx-conversation'>} telnyx-conversation - The conversation's id was learned, changed or forgotten. `detail`: `{ conversationId, source, resumed }`.
 * @fires {TelnyxCallEvent<'telnyx-transcript'>} telnyx-transcript - An entry of the transcript appeared or changed. `detail`: `{ entry: { id, role, text, final, at } }`.
 * @fires {TelnyxCallEvent<'telnyx-tool-call'>} telnyx-tool-call - A tool of the page at work. `detail`: `{ callId, name, status, reason? }`, never arguments or results.
 * @fires {TelnyxCallEvent<'telnyx-feedback'>} telnyx-feedback - The visitor has rated the call. `detail`: `{ rating, comment, conversationId }`.
 * @fires {TelnyxCallEvent<'telnyx-mute'>} telnyx-mute - The microphone was turned off or on. `detail`: `{ muted }`.
 * @fires {TelnyxCallEvent<'telnyx-latency'>} telnyx-latency - The visitor has heard the assistant begin. `detail`: `{ kind, ms }`: since the click (`start`), or since the end of the visitor's speech (`turn`).
 * @fires {TelnyxCallEvent<'telnyx-panel'>} telnyx-panel - The panel appeared, or was put aside or away. `detail`: `{ open }`.
 * @fires {TelnyxCallEvent<'telnyx-consent'>} telnyx-consent - The visitor agreed, declined or withdrew. `detail`: `{ given }`.
 * @fires {TelnyxCallEvent<'telnyx-invite'>} telnyx-invite - What became of the invitation; `shown` is cancelable. `detail`: `{ action }`: `shown`, `accepted` or `dismissed`.
 * @fires {TelnyxCallEvent<'telnyx-dismiss'>} telnyx-dismiss - The launcher was put away, or came back. `detail`: `{ dismissed }`.
 */
export class TelnyxAiCall extends DeclaredElement implements Omit<Settings, 'attributes'> {
  static override readonly styles = launcherStyles;

  static override readonly properties: Readonly<Record<string, Kind<unknown>>> = {
    assistantId: text,
    assistantVersion: text,
    conversationId: text,
    conversationUrl: text,
    chatUrl: text,
    tokenUrl: text,
    gatewayUrl: text,
    callerName: text,
    destination: text,
    region: text,
    resume: oneOf(resumeModes),
    mode: oneOf(modes),
    preload: oneOf(preloads),
    variables: namedValues,
    resumeHours: number(24),
    noTrickleIce: flag,
    callReports: flag,
    keepAcrossPages: flag,
    requireConsent: flag,
    debug: flag,
    tools: property(Object),
    iceServers: property(() => null),
    credentials: property(() => null),
    waitLimitsMs: property(Object),

    placement: oneOf(placements),
    theme: oneOf(themes),
    noTranscript: flag,
    noText: flag,
    noMarkdown: flag,
    feedback: flag,
    dismissible: flag,
    allowRemoteLogo: flag,
    assistantName: text,
    avatar: text,
    launcher: oneOf(launcherForms),
    greeting: text,
    prompts: texts,
    invite: text,
    inviteAfter: number(10),
    inviteScroll: number(null),
    phone: anything,
    holdToTalk: flag,
    strings: property(Object),
  };

  constructor() {
    super();
    this.variables = {};
  }

  /** The assistant to talk to (`target_id` of the anonymous login). Required. */
  declare assistantId: string;

  /** Pins a version of the assistant (`target_version_id`); empty leaves it to Telnyx. */
  declare assistantVersion: string;

  /** The id of the conversation to join; wins over a stored one. Empty is the stored one, else a new one. */
  declare conversationId: string;

  /**
   * `auto` goes on with the stored conversation, `ask` lets the visitor choose. `off` neither reads nor
   * writes storage, with two exceptions in `sessionStorage`: the SDK's reconnect token, and with
   * `keep-across-pages` the call that goes on, with its transcript.
   * @default 'auto'
   */
  declare resume: ResumeMode;

  /**
   * How long after its last use a stored conversation may be joined, in hours.
   * @default 24
   */
  declare resumeHours: number;

  /**
   * Dynamic variables for the assistant, as a JSON object of strings, numbers and booleans. They are
   * sent as `X-…` headers of the call: `order_id` becomes `X-Order-Id`. A name has letters from a to z,
   * digits, `_` and `-`. Of two that become the same header, the first one counts. Line breaks become
   * spaces. What cannot be sent is left out, and named in the console.
   * @default {}
   */
  declare variables: Variables;

  /** The caller's name, as the assistant sees it; empty is none. */
  declare callerName: string;

  /** Telnyx region; empty is automatic. */
  declare region: string;

  /** Signaling server (ws or wss URL); empty is Telnyx. For development and tests. */
  declare gatewayUrl: string;

  /**
   * Logs in by token: a `GET` of this URL, with the page's own cookies, replies a JWT as plain text. It
   * is asked when a call needs it, and again before a token ends. Needs `destination`. Empty is the
   * anonymous login.
   */
  declare tokenUrl: string;

  /** What to dial when logged in with a token: a number or SIP URI that leads to the assistant. */
  declare destination: string;

  /**
   * The site's own endpoint that tells which conversation a call belongs to. It is asked by `POST` of
   * `{"assistant_id", "call_control_id", "call_session_id"}` and replies `{"conversation_id"}`. Empty asks
   * no site: the id is then what the gateway names.
   */
  declare conversationUrl: string;

  /**
   * The site's own endpoint for typing without a call, in the same conversation: a `POST` of
   * `{"assistant_id", "conversation_id", "text"}` is answered as a stream of events, a `GET` lists what
   * was said before; with `before`, the id of a message, what was said before that. Empty is no typing
   * without a call.
   */
  declare chatUrl: string;

  /**
   * `voice` is a call at once, `both` opens the panel for typing and offers a call, `text` offers none;
   * empty is `both` with `chat-url`, else `voice`.
   * @default ''
   */
  declare mode: Mode;

  /**
   * A floating corner of the window (mirrored in right-to-left pages), or `inline`.
   * @default 'bottom-right'
   */
  declare placement: Placement;

  /**
   * `auto` follows the page's `color-scheme`.
   * @default 'auto'
   */
  declare theme: Theme;

  /**
   * When the code of a call is fetched ahead of the click: on `intent` (pointer, focus, touch), which
   * connects to the gateway too, for a minute at most; when the button is `visible`; or not at all.
   * @default 'intent'
   */
  declare preload: Preload;

  /** Gathers all ICE candidates before calling, instead of sending them as they are found. */
  declare noTrickleIce: boolean;

  /**
   * Lets the SDK upload its call report, which holds transcript text, SDP and device labels
   * (the SDK's `Modules/Verto/webrtc/CallReportCollector.ts`).
   */
  declare callReports: boolean;

  /**
   * A live call goes on when the visitor opens another page of the site that carries the element, in the
   * same tab, within 90 s. Otherwise leaving the page ends it.
   */
  declare keepAcrossPages: boolean;

  /**
   * No microphone, no connection and no storage until the visitor agrees, anew in every page; what they
   * agree to is in the slot `consent`. One exception: with `keep-across-pages`, each page looks in
   * `sessionStorage` for a call that goes on. A visitor who has such a call has agreed to it already.
   */
  declare requireConsent: boolean;

  /** Hides the transcript. */
  declare noTranscript: boolean;

  /** Hides the message composer. */
  declare noText: boolean;

  /** Shows what the assistant writes literally, instead of reading emphasis, lists, links and code. */
  declare noMarkdown: boolean;

  /** Asks the visitor for a rating after the call; the answer is an event, nothing is sent anywhere. */
  declare feedback: boolean;

  /**
   * The visitor may put the floating launcher away for the rest of the visit, which is noted in
   * `sessionStorage`; with `require-consent` or `resume="off"` it is for this page only. What that takes
   * is fetched at once, and the launcher shown as soon as it is known whether it is wanted. `call()` brings
   * it back.
   */
  declare dismissible: boolean;

  /** Loads the logo that the assistant's settings name: a request to a third party. */
  declare allowRemoteLogo: boolean;

  /**
   * Who answers: in the panel's header, as speaker in the transcript, and in the launcher's default label
   * (*Talk to …*). Empty is "the assistant", in the visitor's language.
   */
  declare assistantName: string;

  /**
   * The assistant's picture: an http(s) URL, which may be relative, or a `data:image/…` URL. It is loaded where
   * it is shown. One that fails gives way to the name's initials, then to an icon.
   */
  declare avatar: string;

  /**
   * The launcher's form: `pill` is the icon and its label; `round` the icon, with the label as its name and
   * tooltip; `avatar` the picture, round; `card` the picture, the name, the `greeting` and a button, for
   * `placement="inline"`. What the last three take is fetched at once.
   * @default 'pill'
   */
  declare launcher: LauncherForm;

  /** What the assistant's side says before anything was said. It is in no transcript, and sent nowhere. */
  declare greeting: string;

  /**
   * Up to six starter questions, as a JSON array of strings. A press sends one as typed text; they go when the
   * visitor has said or typed something.
   * @default []
   */
  declare prompts: readonly string[];

  /**
   * The text of a small bubble beside the floating launcher that invites to talk, at most once a visit. It takes
   * no focus, and waits while a panel, a dialog of the page or the on-screen keyboard is open, or someone types.
   */
  declare invite: string;

  /**
   * How long the page must have been in sight before `invite` is shown, in seconds.
   * @default 10
   */
  declare inviteAfter: number;

  /**
   * How far the visitor must have scrolled for `invite` to be shown earlier, in percent of the page; `null` is
   * never.
   * @default null
   */
  declare inviteScroll: number | null;

  /**
   * A phone number, as dialled or in E.164: offered as a `tel:` link wherever a call from the page cannot be had,
   * and in the menu.
   */
  declare phone: string;

  /**
   * The microphone is open only while *Hold to talk* is held: by pointer, Space or Enter. The visitor can switch
   * this in the menu, either way.
   */
  declare holdToTalk: boolean;

  /** Logs states to the console, leaves the SDK its own log, and shows the call's timings in the panel. */
  declare debug: boolean;

  /**
   * Functions of the page that the assistant may have called, by name: a handler, or
   * `{ handler, timeoutMs }`. The same as `registerTool`, for a page that is faster than this script. A
   * handler that is no function fails when the assistant calls it.
   * @default {}
   */
  declare tools: ClientTools;

  /**
   * ICE servers; `null` is Telnyx's own STUN and TURN, no third party's.
   * @default null
   */
  declare iceServers: readonly RTCIceServer[] | null;

  /**
   * A SIP login, for development: refused with `not-configured` on any host but localhost.
   * @default null
   */
  declare credentials: Credentials | null;

  /**
   * Texts of the interface that the page wants otherwise.
   * @default {}
   */
  declare strings: StringOverrides;

  /**
   * Upper limits of waits, where the page wants others, in milliseconds: above 0, and at most 2 147 483 647.
   * What is left out, or is no such number, has its default: `code` 15 000, `microphone` 60 000, `socket` 10 000,
   * `login` 10 000, `pause` (between two logins) 750, `registration` 10 000, `answer` 20 000, `media` (the
   * first sound) 8 000, `reconnection` 30 000, `restoration` (of an earlier page's call) 8 000, `release`
   * (when a call ends) 4 000, `silence` (of the assistant, once the visitor has spoken) 20 000, `chat` (for
   * each next word of a typed answer) 60 000.
   * @default {}
   */
  declare waitLimitsMs: Partial<WaitLimits>;

  readonly #widget: Widget = new Widget(this);
  readonly #launcher = new LauncherController(this.#widget);

  /**
   * Where the call stands: `idle`, `preparing`, `connecting`, `active`, `reconnecting`, `ending`, `ended` or
   * `failed`. The element writes it into its attribute `call-state`, for style sheets.
   * @attr call-state
   * @default 'idle'
   */
  get callState(): CallState {
    return this.#widget.state;
  }

  /** Whether the microphone of the call is off; without a call, whether the next one begins so. */
  get muted(): boolean {
    return this.#widget.muted;
  }

  /**
   * The conversation of the call or the typing that is there, or was the last. `null` before the first one,
   * while a new conversation has no id yet, and once it is forgotten.
   */
  get conversation(): Conversation | null {
    return this.#widget.assistant?.conversation.current ?? null;
  }

  /**
   * Starts a call; call it in a click, so that the browser lets the assistant's voice play. Resolves when
   * the call is active. If a call is there or in the making, it starts no other and settles with that one.
   * @throws {CallError} when it does not become active. Its `code` is `unexpected`, too, when the page prevents
   * `telnyx-call-request`, the visitor turns away, or somebody hangs up before the call is active.
   */
  call(): Promise<void> {
    this.#launcher.bringBack();
    return this.#widget.start();
  }

  /**
   * Ends the call, in any state; without one, it does nothing. Resolves when microphone and socket are
   * closed, or after `waitLimitsMs.release` (4 s by default).
   */
  hangUp(): Promise<void> {
    return this.#widget.hangUp('page');
  }

  /** Turns the microphone off, or lets the next call begin so; `telnyx-mute` follows. */
  mute(): void {
    this.#widget.setMuted(true);
  }

  /** Turns the microphone on again; `telnyx-mute` follows. */
  unmute(): void {
    this.#widget.setMuted(false);
  }

  /** Forgets the conversation: the next call, or message, begins a new one. */
  forgetConversation(): void {
    this.#widget.forgetConversation();
  }

  /**
   * What was said so far, in order; a new conversation begins with nothing. `at` is when an entry began, in
   * milliseconds since the epoch.
   */
  get transcript(): readonly PublicTranscriptEntry[] {
    return this.#widget.assistant?.dialogue.entries ?? [];
  }

  /**
   * Sends a message of the visitor into the active call. Without one, it goes through `chat-url`, once the
   * panel was opened for typing; that the visitor closed the panel since does not matter. Resolves when the
   * message has arrived. A blank text is not sent, and resolves at once.
   * @throws {Error} when there is neither, the connection breaks, or the site refuses the message or is still
   * answering the last one.
   */
  async sendText(text: string): Promise<void> {
    const { assistant } = this.#widget;
    if (!assistant?.canSend) throw new Error('There is no connected call.');
    if (text.trim()) await assistant.send(text, []);
  }

  /**
   * Lets the assistant call a function of the page. It gets the arguments and `{ signal, callId }`. What it
   * returns goes to the assistant: a string as it is, else as JSON. `timeoutMs` is how long it may take, in
   * milliseconds: 15 000 by default, 600 000 at most. A limit in the assistant's settings wins over it. A tool
   * of the same name is replaced.
   * @throws {TypeError} when the name is not 1 to 64 letters from a to z, digits, `_` or `-`, or the handler
   * is no function.
   */
  registerTool(name: string, handler: ToolHandler, options: ToolOptions = {}): void {
    assertTool(name, handler);
    this.tools = { ...this.tools, [name]: { handler, ...options } };
  }

  /** Takes a tool away; what runs already may finish. */
  unregisterTool(name: string): void {
    const { [name]: removed, ...others } = this.tools;
    if (removed) this.tools = others;
  }

  /**
   * Tells the widget that the visitor has agreed, in a banner of the page for instance. With `require-consent`, the widget
   * then does not ask, and its open question counts as answered. Nothing is stored: each page tells it anew.
   * `telnyx-consent` follows, unless the visitor had agreed already.
   */
  giveConsent(): void {
    this.#widget.giveConsent();
  }

  /**
   * Takes the visitor's agreement back: ends the call, forgets the conversation and the chosen devices. With
   * `require-consent`, the next call asks again. `telnyx-consent` follows.
   */
  withdrawConsent(): void {
    this.#widget.withdrawConsent('page');
  }

  /** Shows the panel of a call again; without a call it does nothing. */
  expand(): void {
    this.#widget.assistant?.setCollapsed(false);
  }

  /** Puts the panel aside; the call goes on. Without a call it does nothing. */
  collapse(): void {
    this.#widget.assistant?.setCollapsed(true);
  }

  protected override scheduleUpdate() {
    const update = () => super.scheduleUpdate();
    return this.#widget.assistant?.call.headStart?.then(update) ?? update();
  }

  protected override update(changed: PropertyValues): void {
    super.update(changed);
    this.#launcher.update();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'telnyx-ai-call': TelnyxAiCall;
  }
}
