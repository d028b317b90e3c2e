// Plays and stops the assistant's voice, on the speaker that the visitor chose.

import { nameOf } from '../core/name-of.ts';

/**
 * @param speakerId the speaker. The system chooses one if it is empty, missing, or not allowed.
 * @returns whether the browser lets the sound play.
 */
export async function play(element: HTMLAudioElement, speakerId: string): Promise<boolean> {
  chooseSpeaker(element, speakerId);
  try {
    await element.play();
    return true;
  } catch (thrown) {
    return nameOf(thrown) !== 'NotAllowedError';
  }
}

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

export function chooseSpeaker(element: HTMLAudioElement, id: string): void {
  if (!canChooseSpeaker || element.sinkId === id) return;
  void setSpeaker(element, id);
}

async function setSpeaker(element: HTMLAudioElement, id: string): Promise<void> {
  try {
    await element.setSinkId(id);
  } catch {
    if (id !== '') await setSpeaker(element, '');
  }
}

export function stop(element: HTMLAudioElement): void {
  element.pause();
  element.srcObject = null;
}
