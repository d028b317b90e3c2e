// Lets a press count only for what it began on: controls take each other's places.

/** How long after a press another one in its place belongs to it, in milliseconds: a double one. */
const togetherMs = 400;
/** A finger does not hit the same point twice. */
const nearPx = 24;

/** Keys and scripts know what they press: they have no `detail`. */
export function ignoreStrayPresses(widget: HTMLElement): void {
  let begunOn: string | null = null;
  let last = { saying: '', timeStamp: -Infinity, clientX: 0, clientY: 0 };
  widget.addEventListener('pointerdown', (event) => (begunOn = sayingOf(event)), true);
  const clicked = (event: MouseEvent) => {
    const { detail, timeStamp, clientX, clientY } = event;
    const saying = sayingOf(event);
    const distance = Math.hypot(clientX - last.clientX, clientY - last.clientY);
    const isSecond = detail > 1 || (timeStamp - last.timeStamp < togetherMs && distance < nearPx);
    const wasSaying = isSecond ? last.saying : (begunOn ?? saying);
    begunOn = null;
    if (detail > 0 && saying !== wasSaying) event.stopPropagation();
    else last = { saying, timeStamp, clientX, clientY };
  };
  widget.addEventListener('click', clicked, true);
}

/** What the pressed button says that it does. */
function sayingOf(event: Event): string {
  const path = event.composedPath() as Partial<HTMLElement>[];
  const button = path.find(({ localName }) => localName === 'button');
  return button?.ariaLabel ?? button?.textContent ?? '';
}
