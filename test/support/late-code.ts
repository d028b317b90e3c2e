// From here on, the lazy code of this page comes late. Each test file has its own cookies, and a page loads a
// file only once: what a call needs comes late for the first call.

import {
  heldCodeComesUrl,
  heldCodeCookie,
  lateCodeCookie,
  leastDelayMs,
  missingCodeCookie,
} from './late-code-cookie.ts';

export function letCodeComeLate(): void {
  // The browser notes 250 files by itself: the tests load more.
  performance.setResourceTimingBufferSize(2_000);
  document.cookie = `${lateCodeCookie}=yes`;
}

/** From here on, these lazy files of src/ are missing, and no others. */
export function letCodeBeMissing(...names: readonly string[]): void {
  document.cookie = `${missingCodeCookie}=${names.join('.')}`;
}

/** From here on, these lazy files of src/ are asked for and do not come. @returns a function that lets them come. */
export function holdCodeBack(...names: readonly string[]): () => Promise<void> {
  const held = names.join('.');
  document.cookie = `${heldCodeCookie}=${held}`;
  return async () => {
    document.cookie = `${heldCodeCookie}=`;
    await fetch(`${heldCodeComesUrl}?${held}`);
  };
}

/** The files of src/ that took less than the least delay, with their time in milliseconds. */
export function filesInTime(...names: readonly string[]): string[] {
  const entries = performance.getEntriesByType('resource');
  return names.flatMap((name) => {
    const times = entries.filter((each) => each.name.endsWith(`/${name}.ts`));
    return times.every(({ duration }) => duration >= leastDelayMs) && times.length > 0
      ? []
      : [`${name}: ${times.map(({ duration }) => duration).join(', ')}`];
  });
}
