// Controls take each other's places. So a press counts only for the control that it began on. A button that does
// several things in turn says by its `value` which: its words may be a translator's.

/** Within this time after a press, another one in its place may be the second of a double press. */
const togetherMs = 400;
/** A finger does not hit the same point twice. */
const nearPx = 24;

interface Target {
  /** `undefined`: the press hit no button. */
  readonly button: HTMLButtonElement | undefined;
  readonly does: string | undefined;
}

interface Press extends Target, Pick<MouseEvent, 'clientX' | 'clientY'> {}

/** @param isUp whether there is a call that is up. */
export function ignoreStrayPresses(widget: HTMLElement, isUp: () => boolean): void {
  let begunOn: Target | undefined;
  let last = {} as Press;
  let lastAtMs = 0;
  /** What went down on a button of the widget's own. */
  let kept = '';
  const begun = (event: Event) => (begunOn = targetOf(event));
  const pressed = (event: MouseEvent) => {
    const { detail, isTrusted, timeStamp, clientX, clientY } = event;
    const target = targetOf(event);
    const { button } = target;
    // A key has no `detail`. It presses what has the focus, which until the call is up may be a button that has just
    // come into place. A script has no `detail` either, but knows what it presses.
    const isSamePlace = detail
      ? Math.hypot(clientX - last.clientX, clientY - last.clientY) < nearPx
      : isTrusted && !isUp() && button?.className.includes('end-call');
    // Browsers do not report every pair of taps as a double click. A press that calls or tries again always counts.
    const isTogether =
      isSamePlace &&
      timeStamp - lastAtMs < togetherMs &&
      !button?.className.includes('launcher call');
    const first = detail > 1 || isTogether ? last : (begunOn ?? target);
    const isSame = target.button === first.button && target.does === first.does;
    const isStray = (detail || isTogether) && !isSame;
    begunOn = undefined;
    if (isStray) event.stopPropagation();
    if (isTrusted) {
      // A visitor who has ended a call may call again at once.
      lastAtMs = !isStray && button?.className.includes('end-call') ? 0 : timeStamp;
      // A third press is compared with the first one, too.
      if (!isStray) last = { ...target, clientX, clientY };
    }
    // The press is not for a link or a summary of the page around the widget, nor for a link that is the label.
    if (isStray || (button && !button.form)) event.preventDefault();
  };
  widget.addEventListener('pointerdown', begun, true);
  widget.addEventListener('click', pressed, true);
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    widget.addEventListener(type, (event) => {
      const { key, repeat } = event;
      const button = buttonOf(event);
      // If Enter is held down, it presses again and again.
      if (key === 'Enter' && repeat && button) event.preventDefault();
      // A page may want these keys for itself, as slides do. It hears all of a key, or nothing.
      if (type === 'keydown')
        kept = /^( |Enter)$/.test(key) && widget.contains(button ?? null) ? key : '';
      if (key === kept) event.stopPropagation();
    });
}

function buttonOf(event: Event): HTMLButtonElement | undefined {
  const path = event.composedPath() as HTMLButtonElement[];
  return path.find(({ localName }) => localName === 'button');
}

function targetOf(event: Event): Target {
  const button = buttonOf(event);
  return { button, does: button?.value };
}
