// All sessions of the gateway. Gives every socket its session, and lets tests wait for changes.
import type { ClientLink } from './client-link.ts';
import type { Conversations } from './conversations.ts';
import { type Fields, fieldsOf } from './fields.ts';
import { isLogin, parseLogin } from './login.ts';
import type { OpenMedia } from './media.ts';
import { Session } from './session.ts';

/** Used for a client that logs in without naming an assistant. */
const UNNAMED_ASSISTANT = 'assistant-demo';

export class Sessions {
  readonly #conversations: Conversations;
  readonly #openMedia: OpenMedia;
  readonly #sessions: Session[] = [];
  readonly #watchers = new Set<() => void>();
  #isChangeAnnounced = false;

  constructor(conversations: Conversations, openMedia: OpenMedia) {
    this.#conversations = conversations;
    this.#openMedia = openMedia;
  }

  /** All sessions, or those of one assistant id with its tag. The newest comes last. */
  list(assistantId?: string): readonly Session[] {
    return this.#sessions.filter(
      (session) => assistantId === undefined || session.assistantId === assistantId,
    );
  }

  get(id: string): Session | undefined {
    return this.#sessions.find((session) => session.id === id);
  }

  /** Calls back after every change, until the returned function is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  turnsAway(voiceSdkId: string): boolean {
    return this.#byVoiceSdkId(voiceSdkId)?.turnsAway() ?? false;
  }

  /** Serves one socket. Its first login decides on the session. Frames before that login are ignored. */
  serve(link: ClientLink, voiceSdkId: string): void {
    let session: Session | undefined;
    link.onFrame((frame) => {
      if (!session && isLogin(frame.method)) session = this.#sessionFor(frame, link, voiceSdkId);
      const receiver = session;
      if (receiver) link.travel(() => receiver.receive(frame));
    });
  }

  close(): void {
    for (const session of this.#sessions) session.close();
  }

  /**
   * The session that the client asks for, or a new one. It compares the assistant, since all clients in one
   * browser tab share one id (see "Ids" in docs/telnyx.md).
   */
  #sessionFor(frame: Fields, link: ClientLink, voiceSdkId: string): Session {
    const { assistantId } = parseLogin(fieldsOf(frame.params));
    const former = this.#byVoiceSdkId(voiceSdkId);
    const isSameAssistant = assistantId === undefined || former?.assistantId === assistantId;
    if (former?.isResumable && isSameAssistant) {
      former.resume(link);
      return former;
    }
    const named = assistantId ?? UNNAMED_ASSISTANT;
    const earlier = this.list(named);
    const session = new Session(named, link, {
      conversations: this.#conversations,
      openMedia: this.#openMedia,
      refusedBefore: () => earlier.reduce((sum, { refusedLogins }) => sum + refusedLogins, 0),
      changed: () => this.#announceChange(),
    });
    this.#sessions.push(session);
    return session;
  }

  /** Tells the watchers once, when the current event has been handled. */
  #announceChange(): void {
    if (this.#isChangeAnnounced || this.#watchers.size === 0) return;
    this.#isChangeAnnounced = true;
    setTimeout(() => {
      this.#isChangeAnnounced = false;
      for (const watcher of this.#watchers) watcher();
    }, 0);
  }

  #byVoiceSdkId(voiceSdkId: string): Session | undefined {
    return this.#sessions.find((session) => session.voiceSdkId === voiceSdkId);
  }
}
