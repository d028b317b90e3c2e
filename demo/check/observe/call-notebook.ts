// Collects what is seen during one call, and lets the check wait for it. Every wait ends.

import type { EventNote, EventType, NoteOf } from '../event-note.ts';
import { notesOf } from '../event-note.ts';
import type { FrameNote } from '../frame-note.ts';
import type { CallNotes, Moment, SocketNote, SoundNote } from '../observations.ts';

export class CallNotebook {
  readonly #nowMs: () => number;
  readonly #beganAtMs: number;
  readonly #conversationId: string | null;
  readonly #moments: Partial<Record<Moment, number>> = {};
  readonly #events: EventNote[] = [];
  readonly #frames: FrameNote[] = [];
  readonly #sockets = new Map<object, SocketNote>();
  readonly #sound: SoundNote[] = [];
  readonly #waiting = new Set<() => void>();
  #isBlockedByPolicy = false;

  constructor(nowMs: () => number, conversationId: string | null) {
    this.#nowMs = nowMs;
    this.#beganAtMs = nowMs();
    this.#conversationId = conversationId;
  }

  get notes(): CallNotes {
    return {
      beganAtMs: this.#beganAtMs,
      moments: { ...this.#moments },
      events: [...this.#events],
      frames: [...this.#frames],
      sockets: [...this.#sockets.values()],
      sound: [...this.#sound],
      isBlockedByPolicy: this.#isBlockedByPolicy,
      conversationId: this.#conversationId,
    };
  }

  get isActive(): boolean {
    return this.events('state').at(-1)?.state === 'active';
  }

  get isOver(): boolean {
    return ['ended', 'failed'].includes(this.events('state').at(-1)?.state ?? '');
  }

  events<Type extends EventType>(type: Type): NoteOf<Type>[] {
    return notesOf(this.#events, type);
  }

  get frames(): readonly FrameNote[] {
    return this.#frames;
  }

  get sound(): readonly SoundNote[] {
    return this.#sound;
  }

  get openSockets(): number {
    const all = [...this.#sockets.values()];
    return all.filter(({ closedAtMs }) => closedAtMs === null).length;
  }

  /** @returns when it was. */
  mark(moment: Moment): number {
    const atMs = this.#nowMs();
    this.#moments[moment] = atMs;
    return atMs;
  }

  addEvent(note: EventNote): void {
    this.#events.push(note);
    this.#tell();
  }

  addFrame(note: FrameNote): void {
    this.#frames.push(note);
    this.#tell();
  }

  addSound(note: SoundNote): void {
    this.#sound.push(note);
    this.#tell();
  }

  setSocket(socket: object, change: Partial<SocketNote>): void {
    const note = { beganAtMs: this.#nowMs(), openedAtMs: null, closedAtMs: null };
    this.#sockets.set(socket, { ...note, ...this.#sockets.get(socket), ...change });
    this.#tell();
  }

  blockedByPolicy(): void {
    this.#isBlockedByPolicy = true;
    this.#tell();
  }

  /** Resolves with whether it came true within the limit. */
  until(isTrue: () => boolean, limitMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (result: boolean) => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(result);
      };
      const look = () => {
        if (isTrue()) end(true);
      };
      const timer = setTimeout(() => end(isTrue()), Math.max(0, limitMs));
      this.#waiting.add(look);
      look();
    });
  }

  #tell(): void {
    for (const look of [...this.#waiting]) look();
  }
}
