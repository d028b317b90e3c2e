// The audio element that was played last: it is in no document, so nothing else finds it.

import { replace } from '../support/replace.ts';

let played: HTMLMediaElement | undefined;

const { play } = HTMLMediaElement.prototype;
const note = (element: HTMLMediaElement) => (played = element);

replace(HTMLMediaElement.prototype, 'play', function (this: HTMLMediaElement) {
  return play.call(note(this));
});

export function playedAudio(): HTMLMediaElement | undefined {
  return played;
}
