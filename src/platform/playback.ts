// Plays and stops the assistant's voice, on the speaker that the visitor chose.

import { nameOf } from '../core/name-of.ts';

/**
 * @param speakerId the speaker; empty is the system's own choice. One that cannot be used changes nothing.
 * @returns whether the browser lets the sound play.
 */
export async function play(element: HTMLAudioElement, speakerId: string): Promise<boolean> {
  void chooseSpeaker(element, speakerId);
  try {
    await element.play();
    return true;
  } catch (thrown) {
    return nameOf(thrown) !== 'NotAllowedError';
  }
}

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

/** The change that is under way. One comes after the other, or an earlier one might come last. */
let changing: Promise<boolean> | null = null;

/** @returns false: that speaker cannot be used, and the one before goes on. */
export async function chooseSpeaker(element: HTMLAudioElement, id: string): Promise<boolean> {
  while (changing) await changing;
  if (!canChooseSpeaker || element.sinkId === id) return true;
  const isChosen = await (changing = setSpeaker(element, id));
  changing = null;
  return isChosen;
}

async function setSpeaker(element: HTMLAudioElement, id: string): Promise<boolean> {
  try {
    await element.setSinkId(id);
    return true;
  } catch {
    return false;
  }
}

export function stop(element: HTMLAudioElement): void {
  element.pause();
  element.srcObject = null;
}
