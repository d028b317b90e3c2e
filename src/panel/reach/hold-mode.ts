// A call in which the microphone is open only while the visitor holds a button. Whatever may end the holding
// closes it: it must not stay open because an event went astray.

import { isShown } from '../is-shown.ts';
import type { CallController } from '../../call/call-controller.ts';
import { type CallModel, isMuted } from '../../core/call/call-model.ts';
import { isLive, isOver } from '../../core/call/call-state.ts';
import { type Holder, HoldSigns } from './hold-signs.ts';

export class HoldMode {
  readonly #call: CallController;
  readonly #changed: () => void;
  /** What the visitor has chosen in this call; `null`: what the page has. */
  #choice: boolean | null = null;
  /** The button, while it is held. */
  #button: HTMLElement | null = null;
  #signs: HoldSigns | null = null;
  /** Aborted when it is let go. */
  #held = new AbortController();

  constructor(call: CallController, changed: () => void) {
    this.#call = call;
    this.#changed = changed;
    call.subscribe((model, previous) => this.#callChanged(model, previous));
    this.#keepClosed(call.model);
  }

  get isOn(): boolean {
    const { listenOnly, settings } = this.#call;
    return !listenOnly && (this.#choice ?? settings?.holdToTalk ?? false);
  }

  /** Whether the visitor can choose: there is a call with a microphone. */
  get isOffered(): boolean {
    return isLive(this.#call.model.state) && !this.#call.listenOnly;
  }

  get isHeld(): boolean {
    return this.#button !== null;
  }

  toggle(): void {
    this.#choice = !this.isOn;
    this.release();
    this.#call.setMuted(this.isOn);
    this.#changed();
  }

  pointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const button = event.currentTarget as HTMLElement;
    this.#hold(button, event.pointerId, isCaptured(button, event.pointerId));
  }

  keyDown(event: KeyboardEvent): void {
    const { key, repeat, ctrlKey, altKey, metaKey } = event;
    if ((key !== ' ' && key !== 'Enter') || ctrlKey || altKey || metaKey) return;
    // No click follows, and the page does not scroll.
    event.preventDefault();
    if (repeat) this.#signs?.repeat(key);
    else this.#hold(event.currentTarget as HTMLElement, key);
  }

  release(): void {
    if (!this.#button) return;
    this.#button = null;
    this.#signs = null;
    this.#held.abort();
    if (isLive(this.#call.model.state)) this.#call.setMuted(true);
    this.#changed();
  }

  /** The button may have gone with what was rendered. */
  rendered(): void {
    if (!this.#button || !isShown(this.#button)) this.release();
  }

  #hold(button: HTMLElement, holder: Holder, withCapture = false): void {
    if (this.#call.model.state !== 'active' || !this.isOn) return;
    const signs = (this.#signs ??= new HoldSigns(button));
    signs.begin(holder, withCapture);
    if (this.#button) return;
    this.#button = button;
    this.#watch(button, signs);
    this.#call.setMuted(false);
    this.#changed();
  }

  #watch(button: HTMLElement, signs: HoldSigns): void {
    const { signal } = (this.#held = new AbortController());
    const options = { capture: true, signal };
    const letGo = (holder: Holder) => {
      if (!signs.end(holder)) this.release();
    };
    signs.watch(letGo, signal);
    const moved = ({ buttons, pointerId }: PointerEvent) => buttons || letGo(pointerId);
    window.addEventListener('pointermove', moved, options);
    for (const type of ['pointerup', 'pointercancel', 'lostpointercapture'] as const)
      window.addEventListener(type, ({ pointerId }) => letGo(pointerId), options);
    window.addEventListener('keyup', ({ key }) => letGo(key), options);
    for (const type of ['blur', 'pagehide'])
      window.addEventListener(type, () => this.release(), { signal });
    document.addEventListener('visibilitychange', () => this.release(), options);
    button.addEventListener('blur', () => this.release(), { signal });
  }

  #callChanged(model: CallModel, previous: CallModel): void {
    if (isOver(previous.state)) this.#choice = null;
    // The page may mute, too.
    if (model.state !== 'active' || (model.muted && !isMuted(previous))) this.release();
    this.#keepClosed(model);
  }

  /** A page, or a headset, may have turned the microphone on. */
  #keepClosed(model: CallModel): void {
    if (isLive(model.state) && 'muted' in model && !model.muted && this.isOn && !this.isHeld)
      this.#call.setMuted(true);
  }
}

/** Not if the pointer is gone already, or a script made it up. */
function isCaptured(button: HTMLElement, pointerId: number): boolean {
  try {
    button.setPointerCapture(pointerId);
    return button.hasPointerCapture(pointerId);
  } catch {
    return false;
  }
}
