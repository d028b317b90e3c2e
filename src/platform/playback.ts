// Plays and stops the assistant's voice, on the speaker that the visitor chose.

import { ignoreFailure } from '../core/ignore-failure.ts';
import { nameOf } from '../core/name-of.ts';
import { withLimit } from './with-limit.ts';

/**
 * @param speakerId the speaker; empty is the system's own choice. One that cannot be used changes nothing.
 * @returns whether the browser lets the sound play.
 */
export async function play(element: HTMLAudioElement, speakerId: string): Promise<boolean> {
  void chooseSpeaker(element, speakerId);
  try {
    ignoreFailure(() => giveBack(element));
    ignoreFailure(() => turnOn(element));
    await element.play();
    return true;
  } catch (thrown) {
    return nameOf(thrown) !== 'NotAllowedError';
  }
}

function turnOn(element: HTMLAudioElement): void {
  element.muted = false;
  element.volume ||= 1;
  const voice = element.srcObject as MediaStream;
  for (const track of voice.getAudioTracks()) track.enabled = true;
}

/** The voice that a player has, and a copy of it: a script that stops or takes the one does not know of the other. */
const voices = new WeakMap<
  HTMLAudioElement,
  { readonly played: MediaStreamTrack; readonly spare: MediaStreamTrack }
>();

/** Ask again and again: what the player has is copied then. @returns whether a script has taken its voice away. */
export function isVoiceTaken(element: HTMLAudioElement): boolean {
  const voice = voices.get(element);
  const stream = element.srcObject as Partial<MediaStream> | null;
  const tracks = stream?.getAudioTracks?.() ?? [];
  const played = tracks.find(({ readyState }) => readyState === 'live');
  if (!played) return voice?.spare.readyState === 'live';
  if (played !== voice?.played) {
    voice?.spare.stop();
    voices.set(element, { played, spare: played.clone() });
  }
  return false;
}

function giveBack(element: HTMLAudioElement): void {
  const isTaken = isVoiceTaken(element);
  const voice = voices.get(element);
  if (!isTaken || !voice) return;
  element.srcObject = new MediaStream([voice.spare]);
  voices.set(element, { played: voice.spare, spare: voice.spare.clone() });
}

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/** A browser may never answer. Later choices wait no longer than this. */
const answerLimitMs = 3_000;

/** The change that is under way. The next one waits for it: else an earlier choice could be the last to arrive. */
const changing = new WeakMap<HTMLAudioElement, Promise<boolean>>();
/** The speaker that was wanted last. */
const wanted = new WeakMap<HTMLAudioElement, string>();

/** @returns false: that speaker cannot be used, and the one before goes on. */
export async function chooseSpeaker(element: HTMLAudioElement, id: string): Promise<boolean> {
  wanted.set(element, id);
  while (changing.has(element)) await changing.get(element);
  if (!canChooseSpeaker || element.sinkId === id) return true;
  const change = setSpeaker(element, id);
  changing.set(element, change);
  const isChosen = await change;
  changing.delete(element);
  return isChosen;
}

async function setSpeaker(element: HTMLAudioElement, id: string): Promise<boolean> {
  try {
    const answer = Promise.resolve(element.setSinkId(id));
    if (await withLimit(answer, answerLimitMs)) return true;
    // The answer may still come, after that to a later choice. Then the last choice is made again.
    answer.then(() => chooseSpeaker(element, wanted.get(element) ?? '')).catch(() => undefined);
    return false;
  } catch {
    return false;
  }
}

export function stop(element: HTMLAudioElement): void {
  voices.get(element)?.spare.stop();
  voices.delete(element);
  element.pause();
  element.srcObject = null;
}
