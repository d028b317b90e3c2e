// What the panel shows, and what a visitor can do in it that is not a matter of looking only.

import type { CallController } from '../call/call-controller.ts';
import type { Settings } from '../contract/settings.ts';
import type { WidgetPort } from '../contract/widget-port.ts';
import type { TranscriptEntry } from '../core/dialogue/transcript-entry.ts';
import type { AssistantReceiver } from '../dialogue/assistant-receiver.ts';
import type { ConversationKeeper } from '../dialogue/conversation-keeper.ts';
import type { Dialogue } from '../dialogue/dialogue.ts';
import type { Texts } from '../i18n/dictionary.ts';
import type { DialogueStrings } from '../i18n/dialogue-strings.ts';
import type { PanelStrings } from '../i18n/panel-strings.ts';
import type { PanelAction } from './panel-action.ts';
import type { PanelView } from './panel-view.ts';

/** What is shown of an assistant. */
export interface PanelModels {
  readonly call: CallController;
  readonly conversation: ConversationKeeper;
  readonly dialogue: Dialogue;
  readonly receiver: AssistantReceiver;
}

/** What comes with each rendering. */
export interface Shown {
  readonly settings: Settings;
  /** Texts of the language in use, as far as they have arrived. */
  readonly dictionary: Texts;
}

/** What is computed once for a rendering. */
export interface Rendering {
  readonly settings: Settings;
  readonly strings: PanelStrings;
  readonly view: PanelView;
  /** `null`: the controls are those of a call. */
  readonly typingControls: unknown;
}

/** The panel needs nothing else of the widget around it. */
export type PanelHost = Omit<WidgetPort, 'takeSettings' | 'report' | 'audio'>;

/** Whether the panel is wanted, and how. */
export interface PanelVisibility {
  /** Put aside during a call. */
  isCollapsed: boolean;
  /** Put away after a call, or after typing. */
  isClosed: boolean;
  /** The visitor has opened it for typing. */
  isForTyping: boolean;
  readonly isOpen: boolean;
}

export interface PanelActs {
  send(text: string, images: readonly string[]): Promise<void>;
  sendAgain(entry: TranscriptEntry): Promise<void>;
  forget(): void;
  /** A call is likely. */
  prepareCall(): Promise<void>;
  /** Fetches reading along and typing, which could not be loaded before. */
  fetchRest(): Promise<void>;
}

/** What just happened at the visitor's wish, by the name of its text. */
export type PanelNews = keyof Pick<
  DialogueStrings,
  'forgotten' | 'copied' | 'notCopied' | 'deviceFailed'
>;

export interface DialogueActs extends PanelActs {
  act(action: PanelAction): void;
  showNews(news: PanelNews | null): void;
}
