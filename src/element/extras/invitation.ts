// The bubble beside the launcher that invites to talk.

import { beginningOf } from '../../core/dialogue/assistant-name.ts';
import { invitationStrings } from '../../i18n/invitation-strings.ts';
import { ownTexts } from '../../i18n/own-texts.ts';
import { questionStrings } from '../../i18n/question-strings.ts';
import type { Settings } from '../../contract/settings.ts';
import type { Launcher } from '../launcher.ts';
import type { Widget } from '../widget.ts';
import { hasRoomFor } from './has-room-for.ts';

/** Assistive technology must know of the region before there are words in it. */
const regionFirstMs = 100;
/** It must have room beside the launcher. */
const longestText = 300;

export class Invitation {
  readonly #widget: Widget;
  readonly #launcher: Launcher;
  readonly #text: string;
  /** The visitor has answered. */
  readonly #answered: () => void;
  readonly #bubble = document.createElement('div');
  readonly #announcement = document.createElement('span');

  constructor(
    widget: Widget,
    launcher: Launcher,
    { invite, strings }: Settings,
    answered: () => void,
  ) {
    this.#widget = widget;
    this.#launcher = launcher;
    this.#text = beginningOf(invite.trim(), longestText);
    this.#answered = answered;
    const texts = {
      ...invitationStrings,
      ...questionStrings,
      ...widget.language.dictionary,
      ...ownTexts(strings),
    };
    this.#bubble.className = 'invitation';
    this.#bubble.part = 'invite';
    this.#bubble.role = 'group';
    this.#bubble.ariaLabel = texts.invitation;
    const accept = createButton(this.#text, () => this.#accept());
    accept.dir = 'auto';
    const decline = createButton('×', () => this.#decline());
    decline.className = 'not-now';
    decline.ariaLabel = texts.notNow;
    this.#bubble.append(accept, decline);
    this.#bubble.addEventListener('keydown', (event) => this.#pressed(event));
    this.#announcement.className = 'announcement';
    this.#announcement.role = 'status';
    launcher.button.before(this.#bubble, this.#announcement);
  }

  hasRoom(): boolean {
    return hasRoomFor(this.#bubble, this.#widget.element);
  }

  announce(): void {
    setTimeout(() => (this.#announcement.textContent = this.#text), regionFirstMs);
  }

  /** It steps back while something else has the visitor's attention. */
  setShown(isShown: boolean): void {
    this.#bubble.hidden = !isShown && !this.#bubble.matches(':focus-within');
  }

  remove(): void {
    this.#bubble.remove();
    this.#announcement.remove();
  }

  #accept(): void {
    const { button } = this.#launcher;
    // Pressed again before it is gone.
    if (!this.#bubble.isConnected) return;
    this.#widget.tell('telnyx-invite', { action: 'accepted' });
    this.#answered();
    button.focus();
    button.click();
  }

  #decline(): void {
    if (this.#bubble.matches(':focus-within')) this.#launcher.button.focus();
    this.#widget.tell('telnyx-invite', { action: 'dismissed' });
    this.#answered();
  }

  #pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape') return;
    // A dialog of the page around it stays open. Some look when the key comes up.
    event.stopPropagation();
    const keep = (up: Event) => up.stopPropagation();
    this.#widget.element.addEventListener('keyup', keep, { once: true });
    this.#decline();
  }
}

function createButton(text: string, press: () => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', press);
  return button;
}
