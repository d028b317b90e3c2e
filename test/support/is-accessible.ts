import { expect } from '@open-wc/testing';
import type { CallPage } from './call-page.ts';
import { atRest } from './fits-the-window.ts';

/** What is coming into sight has fainter colours until it is there: it is not waited for. */
export async function isAccessible(page: CallPage): Promise<void> {
  atRest(page);
  await expect(page.element).to.be.accessible();
}
