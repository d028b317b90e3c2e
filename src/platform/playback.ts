// Plays and stops what arrives from the assistant.

/**
 * @param speakerId where; the system's own choice if it is empty, not there, or not for the page to choose.
 * @returns whether the browser lets it play.
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
