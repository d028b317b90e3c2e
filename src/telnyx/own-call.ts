// Knows which call is ours, and which frames of the gateway the SDK may act on. Left alone, the SDK would take any
// incoming call for ours, and would end a call whose answer comes twice.

import type { Call } from '@telnyx/webrtc';
import { at } from '../core/at.ts';

/** Frames that can bring the answer's session description, in order. Each counts once, and only in this order. */
const steps: readonly unknown[] = ['telnyx_rtc.media', 'telnyx_rtc.answer'];

export class OwnCall {
  #id: unknown = null;
  /** A call of an earlier page, whose id the gateway tells. */
  readonly #isKept: boolean;
  #step = -1;
  /** Whether the gateway has said, over this socket, which calls go on. */
  #isReady = false;

  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  /** Whether there is a call, for which a refused login is worth another try. */
  get isThere(): boolean {
    return this.#isKept || this.#id !== null;
  }

  /** A call is about to be placed. */
  place(): string {
    const id = newUuid();
    this.#id = id;
    return id;
  }

  has(id: unknown): boolean {
    return id !== null && id === this.#id;
  }

  /** The SDK makes another object for a call that comes back. */
  takes({ id, state }: Call): boolean {
    return this.has(id) && !['hangup', 'destroy', 'purge'].includes(state);
  }

  /** Of a call that comes in, or that is to be taken up and is not ours. */
  isForeign(frame: unknown): boolean {
    if (!isOffer(frame)) return at(frame, 'method') === 'telnyx_rtc.invite';
    const id = at(frame, 'params', 'callID');
    if (this.#isKept) this.#id ??= id;
    return !this.has(id);
  }

  /** There is a new socket. */
  connected(): void {
    this.#isReady = false;
  }

  /** Whether the SDK may act on the frame. Ask once for each frame. */
  admits(frame: unknown): boolean {
    if (at(frame, 'method') === 'telnyx_rtc.clientReady') return this.#admitsReady(frame);
    const step = steps.indexOf(at(frame, 'method'));
    if (step < 0) return !this.isForeign(frame) && (!isOffer(frame) || describesSound(frame));
    const isNew = step > this.#step && this.has(at(frame, 'params', 'callID'));
    // The SDK ends the call if `media` does not describe the sound. An `answer` that follows need not describe it.
    if (!isNew || (step === 0 && !describesSound(frame))) return false;
    this.#step = step;
    return true;
  }

  /** The SDK ends each call that the list does not have, also when the client has not been away. */
  #admitsReady(frame: unknown): boolean {
    const calls = at(frame, 'params', 'reattached_sessions');
    const isRepeated = this.#isReady;
    this.#isReady = true;
    return !isRepeated || !Array.isArray(calls) || calls.includes(this.#id);
  }
}

/** Of a call that comes back. */
function isOffer(frame: unknown): boolean {
  return at(frame, 'method') === 'telnyx_rtc.attach';
}

function describesSound(frame: unknown): boolean {
  return String(at(frame, 'params', 'sdp')).includes('m=audio');
}

/** A UUID of version 4. A page may have removed `crypto.randomUUID`, and browsers have it on secure pages only. */
function newUuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const [version = 0, variant = 0] = [bytes[6], bytes[8]];
  bytes[6] = (version & 0x0f) | 0x40;
  bytes[8] = (variant & 0x3f) | 0x80;
  const digits = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
