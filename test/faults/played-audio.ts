// The audio element that was played last: it is in no document, so nothing else finds it.

import { replace } from '../support/replace.ts';

let played: HTMLMediaElement | undefined;

const { play } = HTMLMediaElement.prototype;

replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
  notePlayed(this);
  return play.call(this);
});

/** Also for what was played before another page's audio was. */
export function notePlayed(element: HTMLMediaElement | undefined): void {
  played = element;
}

export function playedAudio(): HTMLMediaElement | undefined {
  return played;
}
