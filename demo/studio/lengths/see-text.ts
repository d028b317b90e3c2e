// Measures a text where the element shows it: its lines, what is cut off, and which word is broken.

import type { SeenText } from './rules.ts';

interface Letter {
  readonly text: string;
  readonly rect: DOMRect;
}

/** A letter may be made of several signs. */
const letterFinder = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Scripts whose words have no spaces between them: a line may end anywhere. */
const breaksAnywhere =
  /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

/** @returns the elements that show this text, or the beginning that the element keeps of it. */
export function findText(roots: readonly ParentNode[], text: string): readonly HTMLElement[] {
  const wanted = inOneLine(text);
  const beginning = wanted.slice(0, 40);
  const isIt = (element: Element) => {
    const own = inOneLine(element.textContent);
    return own === wanted || (own.length > 40 && own.endsWith('…') && own.startsWith(beginning));
  };
  return roots
    .flatMap((root) => [...root.querySelectorAll<HTMLElement>('*')])
    .filter((element) => isIt(element) && ![...element.children].some(isIt))
    .filter(isSeen);
}

/** @returns the fields that have this text as their hint. */
export function findPlaceholder(root: ParentNode, text: string): readonly HTMLElement[] {
  return [...root.querySelectorAll<HTMLTextAreaElement>('textarea')].filter(
    ({ placeholder }) => placeholder === text,
  );
}

export function seeText(element: HTMLElement, text: string): Omit<SeenText, 'hides'> {
  const letters = lettersIn(element);
  const clip = clipOf(element);
  const seen = letters.filter(({ rect }) => isWithin(rect, clip));
  const isShortened =
    !inOneLine(text).endsWith('…') && inOneLine(element.textContent).endsWith('…');
  const lines = textsOf(toLines(seen));
  const last = lines.at(-1);
  if (isShortened && last !== undefined) lines[lines.length - 1] = last.replace(/…$/, '');
  // Words in the middle of a button may be cut on both sides.
  if (seen[0] !== letters[0] && lines[0] !== undefined) lines[0] = `…${lines[0]}`;
  return {
    lines,
    isCut: isShortened || seen.length < letters.length,
    brokenWord: brokenWordIn(toLines(seen)),
  };
}

/** A field shows its hint as it would show words that are typed. */
export function seePlaceholder(field: HTMLElement): Omit<SeenText, 'hides'> {
  const { placeholder } = field as HTMLTextAreaElement;
  const style = getComputedStyle(field);
  const copy = document.createElement('div');
  copy.textContent = placeholder;
  copy.style.cssText = `position: fixed; inset: 0 auto auto 0; visibility: hidden; white-space: pre-wrap;
    overflow-wrap: anywhere; font: ${style.font}; line-height: ${style.lineHeight};
    inline-size: ${field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)}px`;
  document.body.append(copy);
  const paddingPx = parseFloat(style.paddingTop) + parseFloat(style.paddingBottom);
  const { top } = copy.getBoundingClientRect();
  const bottom = top + field.clientHeight - paddingPx;
  const letters = lettersIn(copy);
  const seen = letters.filter(({ rect }) => middleOf(rect) < bottom);
  const lines = textsOf(toLines(seen));
  const brokenWord = brokenWordIn(toLines(seen));
  copy.remove();
  return { lines, isCut: seen.length < letters.length, brokenWord };
}

function lettersIn(element: HTMLElement): readonly Letter[] {
  const letters: Letter[] = [];
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    for (const { segment: text, index } of letterFinder.segment(node.nodeValue ?? '')) {
      range.setStart(node, index);
      range.setEnd(node, index + text.length);
      const rect = range.getClientRects()[0];
      const before = letters.at(-1);
      if (rect && rect.height > 0 && rect.width > 0) letters.push({ text, rect });
      // A space at the end of a line has no place of its own.
      else if (before && /\s/.test(text)) letters.push({ text, rect: before.rect });
    }
  }
  return letters;
}

function toLines(letters: readonly Letter[]): readonly (readonly Letter[])[] {
  const lines: Letter[][] = [];
  for (const letter of letters) {
    const line = lines.at(-1);
    const [first] = line ?? [];
    const isSame =
      first && Math.abs(middleOf(letter.rect) - middleOf(first.rect)) < first.rect.height / 2;
    if (line && isSame) line.push(letter);
    else lines.push([letter]);
  }
  return lines;
}

function textsOf(lines: readonly (readonly Letter[])[]): string[] {
  return lines.map((line) => inOneLine(line.map(({ text }) => text).join('')));
}

function brokenWordIn(lines: readonly (readonly Letter[])[]): string | null {
  for (const [index, line] of lines.entries()) {
    const before = endOf(line);
    const after = beginningOf(lines[index + 1] ?? []);
    const isBroken =
      before !== '' && after !== '' && !breaksAnywhere.test(before.slice(-1) + after);
    if (isBroken) return `${before}|${after}`;
  }
  return null;
}

/** The letters before the line's end, up to a space, a hyphen or another sign. */
function endOf(line: readonly Letter[]): string {
  return /[\p{L}\p{N}\p{M}]+$/u.exec(line.map(({ text }) => text).join(''))?.[0] ?? '';
}

function beginningOf(line: readonly Letter[]): string {
  return /^[\p{L}\p{N}\p{M}]+/u.exec(line.map(({ text }) => text).join(''))?.[0] ?? '';
}

interface Clip {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What the boxes around the text leave of it, but for those that scroll. */
function clipOf(element: HTMLElement): Clip {
  let clip: Clip = { left: 0, right: innerWidth, top: -Infinity, bottom: Infinity };
  for (let each: Element | null = element; each; each = parentOf(each)) {
    const style = getComputedStyle(each);
    // Words that have nowhere to break run over the edge of their button.
    if (!/hidden|clip/.test(style.overflow) && !each.matches('button, a')) continue;
    const { left, right, top, bottom } = each.getBoundingClientRect();
    const dotsPx =
      style.textOverflow === 'ellipsis' && each.scrollWidth > each.clientWidth
        ? widthOfDots(each)
        : 0;
    const isRtl = style.direction === 'rtl';
    clip = {
      left: Math.max(clip.left, left + (isRtl ? dotsPx : 0)),
      right: Math.min(clip.right, right - (isRtl ? 0 : dotsPx)),
      top: Math.max(clip.top, top),
      bottom: Math.min(clip.bottom, bottom),
    };
  }
  return clip;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}

function widthOfDots(element: Element): number {
  const context = new OffscreenCanvas(1, 1).getContext('2d');
  if (!context) return 0;
  context.font = getComputedStyle(element).font;
  return context.measureText('…').width;
}

function isWithin({ left, right, top, bottom }: DOMRect, clip: Clip): boolean {
  const middle = (top + bottom) / 2;
  return (
    left >= clip.left - 1 && right <= clip.right + 1 && middle > clip.top && middle < clip.bottom
  );
}

function middleOf({ top, bottom }: DOMRect): number {
  return (top + bottom) / 2;
}

/** What is only for those who hear the page is a pixel large. */
function isSeen(element: HTMLElement): boolean {
  const isBox = getComputedStyle(element).display !== 'contents';
  const box = isBox ? element : element.parentElement;
  if (!box) return false;
  const { width, height } = box.getBoundingClientRect();
  return width > 1 && height > 1 && box.checkVisibility({ visibilityProperty: true });
}

function inOneLine(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
