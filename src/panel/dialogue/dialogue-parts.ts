// What of the panel is about what is said. Its code comes when a call is up.

import { html, nothing, type TemplateResult } from 'lit/html.js';
import type { DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { menuIcon } from './dialogue-icons.ts';
import type { Settings } from '../../contract/settings.ts';
import { type ComposerContext, renderComposer } from './composer.ts';
import { formatDuration } from './duration.ts';
import { type MenuView, renderMenu } from './menu.ts';
import type { ReachPanel } from '../reach/reach-panel.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { FaceParts } from '../face/face-panel.ts';
import type { PanelView } from '../panel-view.ts';
import { renderTranscript, type TranscriptContext } from './transcript-log.ts';

/** Each in its own place of the panel. */
export interface DialogueParts {
  /** With other ways out of what is wrong. */
  readonly view: PanelView;
  /** What the panel's name ends with. */
  readonly titleSuffix: string | undefined;
  /** What assistive technology is told without being asked. */
  readonly announcements: unknown;
  readonly logo: unknown;
  /** `null`: there is nothing to measure. */
  readonly meter: unknown;
  readonly timer: unknown;
  readonly menuButton: unknown;
  readonly menu: unknown;
  readonly transcript: unknown;
  /** That the visitor may cut in. */
  readonly hint: unknown;
  readonly feedback: unknown;
  /** In small print. */
  readonly remarks: unknown;
  readonly composer: unknown;
  readonly devices: unknown;
  /** To the call whose panel is put aside. */
  readonly wayBack: unknown;
}

export interface DialogueContext {
  /** `undefined`: its code has yet to come. */
  readonly face: FaceParts | undefined;
  /** Those that assistive technology is told. */
  readonly answers: unknown;
  readonly logoUrl: string | null;
  readonly meter: unknown;
  /** `null`: no menu is needed. */
  readonly menu: MenuView | null;
  readonly menuOpen: boolean;
  readonly transcript: TranscriptContext;
  readonly composer: ComposerContext;
  readonly devices: unknown;
  readonly feedback: unknown;
  /** How fast the call was, for the developer; empty: nobody wants to know. */
  readonly timings: string;
  readonly reach: ReachPanel | null;
  readonly settings: Settings;
  readonly strings: DialogueTexts;
  /** By `performance.now()`. */
  readonly nowMs: number;
  readonly act: (action: DialogueAction) => void;
}

export function renderDialogue(view: PanelView, context: DialogueContext): DialogueParts {
  const { face, answers, meter, menu, menuOpen, transcript, composer, devices, feedback, timings } =
    context;
  const { reach, settings, strings, act } = context;
  return {
    view: reach?.view(view, settings, strings) ?? view,
    titleSuffix: face?.titleSuffix,
    announcements: [face?.announcement, answers],
    logo: face?.face ?? renderLogo(context),
    meter,
    timer: timer(view, context),
    menuButton: menu ? menuButton(context) : nothing,
    menu: menu && menuOpen ? renderMenu(menu, act) : nothing,
    transcript: view.transcript ? renderTranscript(transcript) : face?.greeting,
    hint: hint(view, strings),
    feedback: view.takesFeedback ? feedback : nothing,
    remarks: [timings && sentence(timings), reach?.copied(strings)],
    composer: [face?.prompts, view.composer ? renderComposer(view.composer, composer) : nothing],
    devices: [devices, reach?.holdButton(strings)],
    wayBack: reach?.wayBack(strings),
  };
}

function timer({ answeredAtMs, durationMs }: PanelView, { nowMs, strings }: DialogueContext) {
  const elapsedMs = answeredAtMs === null ? durationMs : nowMs - answeredAtMs;
  if (elapsedMs === null) return nothing;
  const running = formatDuration(elapsedMs, strings.language);
  return html`<span class="timer" part="timer" role="timer" .textContent=${running}></span>`;
}

/** Who is not heard can cut in by typing only, where that is possible. */
function hint({ turn, muted, composer }: PanelView, strings: DialogueTexts) {
  if (turn !== 'speaking' || (muted !== false && !composer)) return nothing;
  const words = muted === false ? strings.interruptHint : strings.interruptHintTyping;
  return sentence(words);
}

function sentence(words: string): TemplateResult {
  return html`<p class="hint" .textContent=${words}></p>`;
}

function renderLogo({ logoUrl }: DialogueContext) {
  if (logoUrl === null) return nothing;
  return html`<img class="logo" src=${logoUrl} alt="" referrerpolicy="no-referrer" />`;
}

function menuButton({ menuOpen, strings, act }: DialogueContext): TemplateResult {
  return html`<button
    type="button"
    class="quiet"
    aria-label=${strings.menu}
    aria-expanded=${menuOpen ? 'true' : 'false'}
    aria-controls="menu"
    @click=${() => act('toggle-menu')}
  >
    ${menuIcon}
  </button>`;
}
