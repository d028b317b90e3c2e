// What several tests of the panel ask it: its name, its parts, and where the focus is.

import { computeAccessibleName } from 'dom-accessibility-api';
import { replace } from './replace.ts';
import type { CallPage } from './call-page.ts';
import { until } from './until.ts';

export function panelName(page: CallPage): string {
  return computeAccessibleName(page.find('[part="panel"]'));
}

/** The group of buttons with this name, if it is there. */
export function group(page: CallPage, name: string): HTMLElement | undefined {
  const groups = page.element.shadowRoot?.querySelectorAll<HTMLElement>('[role="group"]') ?? [];
  return [...groups].find((each) => computeAccessibleName(each) === name && isSeen(each));
}

export function suggestions(page: CallPage): string[] {
  const buttons = group(page, 'Suggestions')?.querySelectorAll('button') ?? [];
  return [...buttons].map((button) => computeAccessibleName(button));
}

export async function focusReaches(page: CallPage, name: string): Promise<void> {
  const focused = () => {
    const element = page.element.shadowRoot?.activeElement;
    return element ? computeAccessibleName(element) : '';
  };
  await until(
    () => focused() === name,
    () => `the focus is on "${focused()}", not on ${name}`,
  );
}

/** What the menu copies. */
export async function copied(page: CallPage): Promise<string> {
  let text = '';
  const writeText = (written: string) => Promise.resolve(void (text = written));
  const restore = replace(navigator, 'clipboard', { writeText } as unknown as Clipboard);
  await page.chooseInMenu('Copy the conversation');
  await page.reads('Copied.');
  restore();
  return text;
}

function isSeen(element: HTMLElement): boolean {
  return element.checkVisibility();
}
