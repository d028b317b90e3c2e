// What the visitor is doing in the page around the launcher.

import type { Situation } from './invitation-rules.ts';

type PageSituation = Omit<Situation, 'secondsSinceUse' | 'isLauncherCalm'>;

const fields = 'input, textarea, select, iframe, [contenteditable]:not([contenteditable="false"])';
const dialogs = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** What takes so much of the window's height, in px, is a keyboard. */
const leastKeyboardPx = 150;

export function readPageSituation(): PageSituation {
  const { visualViewport } = window;
  const coveredPx = visualViewport
    ? window.innerHeight - visualViewport.height * visualViewport.scale
    : 0;
  return {
    isSeen: !document.hidden,
    isTyping: focusedElement()?.matches(fields) ?? false,
    hasDialog: hasDialog(),
    hasKeyboard: coveredPx > leastKeyboardPx,
  };
}

/** How far the page is scrolled, in percent; a page that fits into the window is not scrolled. */
export function scrolledPercent(): number {
  const { scrollHeight, clientHeight } = document.documentElement;
  const mostPx = scrollHeight - clientHeight;
  return mostPx > 0 ? (100 * window.scrollY) / mostPx : 0;
}

function focusedElement(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

function hasDialog(): boolean {
  const isShown = (element: Element) => element.getClientRects().length > 0;
  return (
    document.fullscreenElement !== null ||
    [...document.querySelectorAll(dialogs)].some(isShown) ||
    [...document.querySelectorAll('[popover]')].some(isShown)
  );
}
