// Plays the assistant's voice. The element stays out of the document: moving the widget in the page
// must not pause it.

export class AudioOutput {
  readonly element = new Audio();

  /**
   * Call this first thing in the visitor's click, before anything is awaited: browsers let an element
   * play later if it was asked to play during a gesture.
   */
  unlock(): void {
    this.element.srcObject = new MediaStream();
    void this.play();
  }

  /** @returns whether the browser lets it play. */
  async play(): Promise<boolean> {
    try {
      await this.element.play();
      return true;
    } catch (thrown) {
      return !(thrown instanceof DOMException && thrown.name === 'NotAllowedError');
    }
  }

  release(): void {
    this.element.pause();
    this.element.srcObject = null;
  }
}
