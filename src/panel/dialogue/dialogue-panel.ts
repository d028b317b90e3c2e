// What the panel shows of what is said, and what the visitor does with it: reads along, types, keeps a copy.

import { nothing } from 'lit/html.js';
import { initialTurn, reduceTurn } from '../../core/dialogue/assistant-turn.ts';
import type { CallModel } from '../../core/call/call-model.ts';
import { isOver } from '../../core/call/call-state.ts';
import { judgeLine, type LineReading, lineUnknown } from '../../core/call/line-quality.ts';
import { reduceTranscript } from '../../core/dialogue/transcript.ts';
import { dialogueStrings, type DialogueTexts } from '../../i18n/dialogue-strings.ts';
import { relativeTime } from '../../i18n/relative-time.ts';
import { type DialogueParts, renderDialogue } from './dialogue-parts.ts';
import { toMenuView } from './menu.ts';
import type { DialogueAction } from '../panel-action.ts';
import type { PanelView } from '../panel-view.ts';
import { addStyles } from '../add-styles.ts';
import type { Call } from '../../assistant/assistant.ts';
import type { CallStage } from '../../contract/call-stage.ts';
import { ComposerController } from './composer-controller.ts';
import { DeviceController } from './device-controller.ts';
import { dialogueStyleSheets } from './dialogue-style-sheets.ts';
import type { FeedbackPanel } from './feedback-panel.ts';
import { loadFeedback } from '../../assistant/lazy-call-code.ts';
import { MessageReader } from '../../dialogue/message-reader.ts';
import { OnScreenKeyboard } from '../on-screen-keyboard.ts';
import { SoundController } from '../../dialogue/sound-controller.ts';
import { TranscriptController } from './transcript-controller.ts';

export class DialoguePanel {
  readonly #stage: CallStage;
  readonly #call: Call;
  readonly #composer: ComposerController;
  readonly #transcript: TranscriptController;
  readonly #devices: DeviceController;
  readonly #sound: SoundController;
  #line = lineUnknown;
  #menuOpen = false;
  #feedback: FeedbackPanel | null = null;
  #feedbackFetched = false;

  constructor(stage: CallStage, call: Call) {
    this.#stage = stage;
    this.#call = call;
    this.#composer = new ComposerController(stage, call);
    this.#transcript = new TranscriptController(stage, call.dialogue);
    this.#devices = new DeviceController(stage, call.controller, () =>
      call.panel.showNews(this.strings.deviceFailed),
    );
    this.#sound = new SoundController(stage, call.dialogue);
    addStyles(stage.host, ...dialogueStyleSheets);
    new OnScreenKeyboard(stage.host);
    const reader = new MessageReader(stage, call);
    call.dialogue.keepWith({
      reduceTranscript,
      reduceTurn,
      initialTurn,
      readMessage: (frame, atMs) => reader.read(frame, atMs),
    });
    call.assistant.listenWith(({ levels, line }) => {
      this.#judge(line);
      this.#sound.hear(levels);
    });
    call.controller.subscribe((model, previous) => this.#callChanged(model, previous));
  }

  /** What assistive technology is told of the answers. */
  get newestAnswer(): unknown {
    return this.#stage.host.noTranscript ? nothing : this.#transcript.newestAnswer;
  }

  /** What is wrong with the line, in words. */
  get warning(): string | null {
    return this.#line.poor ? this.strings.poorConnection : null;
  }

  /** How long ago something was, in words; `null`: that is not known. */
  ago(atMs: number | null | undefined): string | null {
    return atMs == null ? null : relativeTime(atMs, Date.now(), this.strings.language);
  }

  render(view: PanelView): DialogueParts {
    const strings = this.strings;
    const { host } = this.#stage;
    const { controller, conversation, dialogue, assistant, latency, panel } = this.#call;
    const { state } = controller.model;
    const act = (action: DialogueAction) => this.#act(action);
    if (host.feedback && !this.#feedbackFetched) void this.#fetchFeedback();
    return renderDialogue(view, {
      levels: this.#sound.levels,
      logoUrl: host.allowRemoteLogo ? (assistant.settings?.logoUrl ?? null) : null,
      menu: toMenuView({
        hasTranscript: !host.noTranscript && dialogue.entries.length > 0,
        showsTimes: this.#transcript.showsTimes,
        // After a call it stands in plain sight.
        canForget: conversation.current !== null && (!controller.isOver || state === 'idle'),
        hasAgreed: host.requireConsent,
        settings: assistant.settings,
        strings,
      }),
      menuOpen: this.#menuOpen,
      transcript: this.#transcript.context(strings, panel.chat, act),
      composer: this.#composer.context(strings),
      devices: this.#devices.context(strings),
      feedback: this.#feedback?.render(strings),
      timings: host.debug ? latency.timings : {},
      strings,
      nowMs: Date.now(),
      act,
    });
  }

  /** @returns whether the menu was open. */
  closeMenu(): boolean {
    const wasOpen = this.#menuOpen;
    this.#menuOpen = false;
    this.#stage.host.requestUpdate();
    return wasOpen;
  }

  /** Those of another language, and the page's own words, are among the panel's. */
  get strings(): DialogueTexts {
    return { ...dialogueStrings, ...this.#call.panel.strings };
  }

  #callChanged({ state }: CallModel, previous: CallModel): void {
    if (isOver(state)) {
      this.#line = lineUnknown;
      this.#sound.callEnded();
    }
    if (!isOver(previous.state) || isOver(state)) return;
    this.#menuOpen = false;
    this.#feedback?.renew();
    this.#feedbackFetched = this.#feedback !== null;
  }

  /** Once in each call, so that it is there when the call ends. */
  async #fetchFeedback(): Promise<void> {
    this.#feedbackFetched = true;
    const code = await loadFeedback().catch(() => null);
    if (code) this.#feedback ??= new code.FeedbackPanel(this.#stage, this.#call);
    this.#stage.host.requestUpdate();
  }

  #judge(reading: LineReading): void {
    const { poor } = this.#line;
    this.#line = judgeLine(this.#line, reading, Date.now());
    if (this.#line.poor !== poor) this.#stage.host.requestUpdate();
  }

  #act(action: DialogueAction): void {
    if (action === 'toggle-menu') this.#menuOpen = !this.#menuOpen;
    else this.#menuOpen = false;
    this.#stage.host.requestUpdate();
    switch (action) {
      case 'toggle-menu':
        return;
      case 'forget':
        return this.#call.panel.forget();
      case 'withdraw-consent':
        return this.#stage.withdrawConsent('visitor');
      case 'toggle-times':
        return this.#transcript.toggleTimes();
      case 'copy-transcript':
        return void this.#copyTranscript(this.strings);
      case 'download-transcript':
        return this.#transcript.download(this.strings);
      case 'show-newest':
        return this.#transcript.scroll.showNewest();
      case 'show-earlier':
        return void this.#transcript.showEarlier(this.#call.panel.chat);
    }
  }

  async #copyTranscript(strings: DialogueTexts): Promise<void> {
    const isCopied = await this.#transcript.copy(strings);
    this.#call.panel.showNews(isCopied ? strings.copied : strings.notCopied);
  }
}
