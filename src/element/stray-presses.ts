// Lets a press count only for what it began on: controls take each other's places.

/** So long after a press, in milliseconds, another one in its place may be the second of a double one. */
const togetherMs = 400;
/** A finger does not hit the same point twice. */
const nearPx = 24;

interface Press extends Pick<MouseEvent, 'clientX' | 'clientY'> {
  /** What the button said that it does; `undefined`: it was none. */
  readonly saying: string | undefined;
}

/** @param isUp whether there is a call that is up. */
export function ignoreStrayPresses(widget: HTMLElement, isUp: () => boolean): void {
  let begunOn: string | undefined;
  let last = {} as Press;
  let lastAtMs = 0;
  /** What went down on a button of the widget's own. */
  let kept = '';
  const begun = (event: Event) => (begunOn = sayingOf(buttonOf(event)));
  const pressed = (event: MouseEvent) => {
    const { detail, isTrusted, timeStamp, clientX, clientY } = event;
    const button = buttonOf(event);
    const saying = sayingOf(button);
    // A key has no `detail`, and presses what has the focus: until the call is up, that may be what came in the place of
    // the button that began it. A script has none either, and knows what it presses.
    const isSamePlace = detail
      ? Math.hypot(clientX - last.clientX, clientY - last.clientY) < nearPx
      : isTrusted && !isUp() && button?.className.includes('end-call');
    // Browsers do not report every pair of taps as a double click. To call, or to try again, is right at any time.
    const isTogether =
      isSamePlace &&
      timeStamp - lastAtMs < togetherMs &&
      !button?.className.includes('launcher call');
    const wasSaying = detail > 1 || isTogether ? last.saying : (begunOn ?? saying);
    const isStray = (detail || isTogether) && saying !== wasSaying;
    begunOn = undefined;
    if (isStray) event.stopPropagation();
    if (isTrusted) {
      // Who has ended a call may call again at once.
      lastAtMs = !isStray && button?.className.includes('end-call') ? 0 : timeStamp;
      // A third press belongs to the first one, too.
      if (!isStray) last = { saying, clientX, clientY };
    }
    // A link or a summary of the page around it is not meant, nor a link as a label.
    if (isStray || (button && !button.form)) event.preventDefault();
  };
  widget.addEventListener('pointerdown', begun, true);
  widget.addEventListener('click', pressed, true);
  for (const type of ['keydown', 'keypress', 'keyup'] as const)
    widget.addEventListener(type, (event) => {
      const { key, repeat } = event;
      const button = buttonOf(event);
      // Enter that is held down presses again and again.
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

function sayingOf(button: HTMLElement | undefined): string | undefined {
  return button?.ariaLabel ?? button?.textContent;
}
