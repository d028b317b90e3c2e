// What the panel shows of what is said, and what the visitor does with it: reads along, types, keeps a copy.

import { nothing } from 'lit/html.js';
import type { Settings } from '../../contract/settings.ts';
import { isNoted } from '../../contract/visit-notes.ts';
import type { CallModel, CallPlan } from '../../core/call/call-model.ts';
import { isLive, isOver } from '../../core/call/call-state.ts';
import { memoizeLast } from '../../core/memoize-last.ts';
import { dialogueStrings, type DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { fill } from '../../i18n/fill.ts';
import type { PanelStrings } from '../../i18n/panel-strings.ts';
import { relativeTime } from '../../i18n/relative-time.ts';
import { loadOnce } from '../../platform/load-once.ts';
import type { Typing } from '../../typing/typing.ts';
import { addStyles } from '../../platform/add-styles.ts';
import { OnScreenKeyboard } from '../on-screen-keyboard.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { DialogueActs, PanelHost, PanelModels } from '../panel-ports.ts';
import type { PanelView } from '../panel-view.ts';
import { ComposerController } from './composer-controller.ts';
import { type DialogueParts, renderDialogue } from './dialogue-parts.ts';
import { dialogueStyleSheets } from './dialogue-style-sheets.ts';
import type { FacePanel } from '../face/face-panel.ts';
import type { FeedbackPanel } from './feedback-panel.ts';
import type { ReachPanel } from '../reach/reach-panel.ts';
import { LatePart } from './late-part.ts';
import { type MenuView, toMenuView } from './menu.ts';
import type { NoticeView } from '../notices.ts';
import type { SoundPanel } from './sound-panel.ts';
import { TranscriptController } from './transcript-controller.ts';
import { steadyMs } from '../../platform/schedule.ts';

const loadFace = loadOnce(() => import('../face/face-panel.ts'));
const loadFeedback = loadOnce(() => import('./feedback-panel.ts'));
const loadReach = loadOnce(() => import('../reach/reach-panel.ts'));
const loadSound = loadOnce(() => import('./sound-panel.ts'));

/** What the visitor saw when they pressed. */
interface Shown {
  readonly settings: Settings;
  readonly texts: DialogueTexts;
  readonly typing: Typing | null;
}

interface Rendering {
  readonly settings: Settings;
  readonly strings: PanelStrings;
  /** `null`: the panel is not open for typing. */
  readonly typing: Typing | null;
}

export class DialoguePanel {
  readonly #host: PanelHost;
  readonly #models: PanelModels;
  readonly #acts: DialogueActs;
  readonly #composer: ComposerController;
  readonly #transcript: TranscriptController;
  readonly #textsOf = memoizeLast(toDialogueTexts);
  #isMenuOpen = false;
  readonly #face: LatePart<FacePanel>;
  readonly #feedback: LatePart<FeedbackPanel>;
  readonly #reach: LatePart<ReachPanel>;
  readonly #sound: LatePart<SoundPanel>;

  constructor(host: PanelHost, models: PanelModels, acts: DialogueActs) {
    this.#host = host;
    this.#models = models;
    this.#acts = acts;
    this.#composer = new ComposerController(host, acts);
    this.#transcript = new TranscriptController(host, models.dialogue, acts);
    this.#face = new LatePart(host, async () => {
      const { FacePanel } = await loadFace();
      return new FacePanel(host, models, acts);
    });
    this.#feedback = new LatePart(host, async () => {
      const { FeedbackPanel } = await loadFeedback();
      return new FeedbackPanel(host, models.conversation);
    });
    this.#reach = new LatePart(host, async () => {
      const { ReachPanel } = await loadReach();
      return new ReachPanel(host, models, { ...acts, closeMenu: () => this.closeMenu() });
    });
    this.#sound = new LatePart(host, async () => {
      const { SoundPanel } = await loadSound();
      return new SoundPanel(host, models, acts);
    });
    addStyles(host.element.shadowRoot, ...dialogueStyleSheets);
    new OnScreenKeyboard(host.element);
    models.call.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  /** With the texts of the panel, which hold those of another language and the page's own. */
  texts(strings: PanelStrings): DialogueTexts {
    return this.#textsOf(strings);
  }

  /** What is wrong with the sound of the call. */
  soundNotice(strings: PanelStrings): NoticeView | null {
    return this.#sound.part?.notice(this.texts(strings)) ?? null;
  }

  /** Which conversation a call goes on with, in words; `null`: that is not for saying. */
  whichConversation({ join, afterFailedJoin }: CallPlan, strings: PanelStrings): string | null {
    const { noticeContinued, noticeNewConversation, language } = this.texts(strings);
    if (afterFailedJoin) return noticeNewConversation;
    const lastUsedAtMs = join?.lastUsedAtMs;
    if (lastUsedAtMs == null) return null;
    return fill(noticeContinued, { when: relativeTime(lastUsedAtMs, Date.now(), language) });
  }

  /** The panel's texts, as far as the microphone has words of its own. */
  words(strings: PanelStrings): PanelStrings {
    return this.#reach.part?.words(strings) ?? strings;
  }

  render(view: PanelView, { settings, strings, typing }: Rendering): DialogueParts {
    const unnamed = this.texts(strings);
    const texts = this.#face.part?.named(unnamed, settings) ?? unnamed;
    const { call, receiver } = this.#models;
    const act = (action: DialogueAction) => this.#act(action, { settings, texts, typing });
    const face = this.#face.part;
    return renderDialogue(view, {
      face: face?.render(view, { settings, texts, typing }),
      answers: settings.noTranscript
        ? nothing
        : this.#transcript.announcements(face?.nameIn(settings)),
      meter: this.#sound.part?.meter(view),
      logoUrl: settings.allowRemoteLogo ? (receiver.settings?.logoUrl ?? null) : null,
      menu: this.#menuOf(settings, texts),
      reach: this.#reach.part,
      settings,
      menuOpen: this.#isMenuOpen,
      transcript: this.#transcript.context({ settings, texts, typing, act }),
      composer: this.#composer.context(texts, () => typing?.stop()),
      devices: this.#sound.part?.render(settings, texts),
      feedback: this.#feedback.part?.render(texts),
      timings: settings.debug ? (call.answered?.timings ?? '') : '',
      strings: texts,
      nowMs: steadyMs(),
      act,
    });
  }

  /** Fetches what was missing in the last rendering, and notes what it has told. */
  rendered(settings: Settings): void {
    const { feedback, noTranscript } = settings;
    const face = this.#face.part;
    if (!noTranscript) this.#transcript.announced(face?.nameIn(settings));
    face?.rendered(settings);
    const { state } = this.#models.call.model;
    const isInCall = isLive(state);
    if (isInCall) void this.#sound.fetch();
    // The menu offers the panel's size.
    if (isInCall || this.#isMenuOpen || hasFace(settings) || isNoted('large', settings))
      void this.#face.fetch();
    // A call, what went wrong with it, and the menu have other ways out.
    if (state !== 'idle' || this.#isMenuOpen || this.#hasPhone(settings)) void this.#reach.fetch();
    // It is there when the call ends.
    if (feedback) void this.#feedback.fetch();
    this.#transcript.fetchReaders();
  }

  /** @returns whether the menu was open. */
  closeMenu(): boolean {
    const wasOpen = this.#isMenuOpen;
    this.#isMenuOpen = false;
    this.#host.requestUpdate();
    return wasOpen;
  }

  #menuOf(settings: Settings, strings: DialogueTexts): MenuView | null {
    const { call, conversation, dialogue, receiver } = this.#models;
    return toMenuView({
      hasTranscript: !settings.noTranscript && dialogue.entries.length > 0,
      showsTimes: this.#transcript.showsTimes,
      sizeLabel: this.#face.part?.sizeLabel(settings, strings),
      // After a call it stands in plain sight.
      canForget: conversation.current !== null && (!call.isOver || call.model.state === 'idle'),
      hasAgreed: settings.requireConsent,
      settings: receiver.settings,
      others: this.#reach.part?.menuItems(settings, strings),
      strings,
    });
  }

  #callChanged({ state }: CallModel, previous: CallModel): void {
    if (!isOver(previous.state) || isOver(state)) return;
    this.#isMenuOpen = false;
    this.#feedback.part?.renew();
    for (const late of [this.#face, this.#feedback, this.#reach, this.#sound]) late.renew();
  }

  /** A label that was a link may name it. */
  #hasPhone({ phone }: Settings): boolean {
    return (
      phone !== '' ||
      this.#host.element.querySelector('[href^="tel:"],[data-href^="tel:"]') !== null
    );
  }

  #act(action: DialogueAction, { settings, texts, typing }: Shown): void {
    this.#isMenuOpen = action === 'toggle-menu' && !this.#isMenuOpen;
    this.#host.requestUpdate();
    switch (action) {
      case 'toggle-menu':
        return;
      case 'forget':
        return this.#acts.forget();
      case 'withdraw-consent':
        return this.#host.withdrawConsent('visitor');
      case 'toggle-size':
        return this.#face.part?.toggleSize(settings);
      case 'toggle-times':
        return this.#transcript.toggleTimes();
      case 'copy-transcript':
        return void this.#copyTranscript(texts);
      case 'download-transcript':
        return this.#transcript.download(texts);
      case 'show-newest':
        return this.#transcript.scroll.showNewest();
      case 'show-earlier':
        return void this.#transcript.showEarlier(typing);
    }
  }

  async #copyTranscript(texts: DialogueTexts): Promise<void> {
    const isCopied = await this.#transcript.copy(texts);
    this.#acts.showNews(isCopied ? 'copied' : 'notCopied');
  }
}

/** Whether the page has said who answers, or what is said first. */
function hasFace({ assistantName, avatar, greeting, prompts }: Settings): boolean {
  return assistantName + avatar + greeting !== '' || prompts.length > 0;
}

function toDialogueTexts(strings: PanelStrings): DialogueTexts {
  return { ...dialogueStrings, ...strings };
}
