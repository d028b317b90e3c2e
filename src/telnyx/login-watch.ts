// Notices a login that never gets through. The SDK answers login error -32000 with another login, for ever
// and without an event (`BaseSession.ts`, `execute`). All that it lets through is that a frame has arrived.

/** Before the login is through, the SDK keeps one reply to itself; this many are a loop. */
const repliesOfALoop = 5;

export class LoginWatch {
  #isThrough = false;
  #unreadFrames = 0;

  /** @returns whether the gateway keeps refusing the login, told once. */
  frameArrived(): boolean {
    if (this.#isThrough) return false;
    this.#unreadFrames += 1;
    return this.#unreadFrames === repliesOfALoop;
  }

  /** The frame that has arrived was no reply that the SDK keeps to itself. */
  frameRead(): void {
    this.#unreadFrames -= 1;
  }

  through(): void {
    this.#isThrough = true;
  }
}
