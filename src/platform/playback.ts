// Plays and stops the assistant's voice, on the speaker that the visitor chose.

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
    return !(thrown instanceof DOMException && thrown.name === 'NotAllowedError');
  }
}

export const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;

export function chooseSpeaker(element: HTMLAudioElement, id: string): void {
  if (!canChooseSpeaker || element.sinkId === id) return;
  element.setSinkId(id).catch(() => element.setSinkId('').catch(() => undefined));
}

export function stop(element: HTMLAudioElement): void {
  element.pause();
  element.srcObject = null;
}
