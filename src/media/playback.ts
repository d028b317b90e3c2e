// Plays and stops what arrives from the assistant.

/** @returns whether the browser lets it play. */
export async function play(element: HTMLAudioElement): Promise<boolean> {
  try {
    await element.play();
    return true;
  } catch (thrown) {
    return !(thrown instanceof DOMException && thrown.name === 'NotAllowedError');
  }
}

export function stop(element: HTMLAudioElement): void {
  element.pause();
  element.srcObject = null;
}
