// The player of a call, which stands in no document.

import { expect } from '@open-wc/testing';
import { replace } from './replace.ts';

/** In each test of this suite, knows what has played last. */
export function findPlayer(): () => HTMLMediaElement {
  let player: HTMLMediaElement | undefined;
  let restore = () => {};

  beforeEach(() => {
    const { play } = HTMLMediaElement.prototype;
    const played = (element: HTMLMediaElement) => (player = element);
    restore = replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
      return play.call(played(this));
    });
  });

  afterEach(() => restore());

  return () => player ?? expect.fail('Nothing has played.');
}
