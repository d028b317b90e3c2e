// The gateway's HTTP interface. Tests read sessions with it, wait for events, and act for the far end.
//   GET    /control/sessions[?assistant=…]
//   GET    /control/wait?for=…[&assistant=…][&session=…][&count=…][&quietMs=…][&timeoutMs=…]
//   POST   /control/sessions/<id>/(bye|drop|silence|lose-media|say|send|send-all|raw)
//   GET    /control/reports
//   POST   /control/conversations        GET, DELETE /control/conversations/<id>
//   POST   /call_report                  the SDK's own call reports
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Conversations } from '../conversations.ts';
import { type Fields, fieldsOf, numberOf, parseFields, textOf } from '../fields.ts';
import type { CallReportRecord } from '../records.ts';
import type { Session } from '../session.ts';
import type { Sessions } from '../sessions.ts';
import { isLineId } from '../speech/speech-lines.ts';
import { DEFAULT_WAIT, isFulfilled } from '../wait-condition.ts';

const DEFAULT_TIMEOUT_MS = 10_000;

interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

const DONE: Answer = { status: 204 };
const NOT_FOUND: Answer = { status: 404, body: { error: 'Not found' } };

export class ControlApi {
  readonly #sessions: Sessions;
  readonly #conversations: Conversations;
  readonly #reports: CallReportRecord[] = [];

  constructor(sessions: Sessions, conversations: Conversations) {
    this.#sessions = sessions;
    this.#conversations = conversations;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const answer = request.method === 'OPTIONS' ? DONE : await this.#answer(request, response);
    response.writeHead(answer.status, {
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, DELETE, OPTIONS',
      'access-control-allow-headers': request.headers['access-control-request-headers'] ?? '*',
      'access-control-allow-private-network': 'true',
      'cache-control': 'no-store',
      'content-type': 'application/json',
    });
    response.end(answer.body === undefined ? undefined : JSON.stringify(answer.body));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<Answer> {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const [root = '', area = '', id, action] = url.pathname.slice(1).split('/');
    const body = await textBody(request);
    const method = request.method ?? 'GET';
    if (root === 'call_report' && method === 'POST') return this.#keepReport(request, body);
    if (root !== 'control') return NOT_FOUND;
    switch (`${method} ${area}`) {
      case 'GET sessions':
        return ok(
          this.#sessions.list(queried(url, 'assistant')).map((session) => session.record()),
        );
      case 'POST sessions': {
        const session = this.#sessions.get(id ?? '');
        return session ? act(session, action, parseFields(body) ?? {}) : NOT_FOUND;
      }
      case 'GET wait':
        return this.#wait(url, response);
      case 'GET reports':
        return ok(this.#reports);
      case 'POST conversations': {
        const wantedId = textOf(parseFields(body)?.id);
        return ok(this.#conversations.create('assistant-demo', wantedId));
      }
      case 'GET conversations': {
        const conversation = this.#conversations.get(id ?? '');
        return conversation ? ok(conversation) : NOT_FOUND;
      }
      case 'DELETE conversations':
        return this.#conversations.forget(id ?? '') ? DONE : NOT_FOUND;
      default:
        return NOT_FOUND;
    }
  }

  /**
   * Answers as soon as a session fulfils the condition. After the timeout it answers 408, with a summary of
   * the sessions.
   */
  #wait(url: URL, response: ServerResponse): Promise<Answer> {
    const wanted = queried(url, 'for') ?? 'call-active';
    const options = {
      count: queriedNumber(url, 'count') ?? DEFAULT_WAIT.count,
      quietMs: queriedNumber(url, 'quietMs') ?? DEFAULT_WAIT.quietMs,
    };
    const candidates = (): readonly Session[] => {
      const id = queried(url, 'session');
      const sessions = this.#sessions.list(queried(url, 'assistant'));
      return id === undefined ? sessions : sessions.filter((session) => session.id === id);
    };

    return new Promise((resolve) => {
      const settle = (answer: Answer): void => {
        stopWatching();
        clearTimeout(timer);
        resolve(answer);
      };
      const check = (): void => {
        const session = candidates().findLast((each) => isFulfilled(each, wanted, options));
        if (session) settle(ok(session.record()));
      };
      const stopWatching = this.#sessions.watch(check);
      const timer = setTimeout(
        () => {
          const sessions = candidates().map(summaryOf);
          settle({ status: 408, body: { error: `Waited in vain for ${wanted}`, sessions } });
        },
        queriedNumber(url, 'timeoutMs') ?? DEFAULT_TIMEOUT_MS,
      );
      response.on('close', () => settle(DONE));
      check();
    });
  }

  #keepReport(request: IncomingMessage, body: string): Answer {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers)) headers[name] = String(value);
    this.#reports.push({ atMs: Date.now(), headers, body });
    return DONE;
  }
}

/** Does to the session what the far end could do on its own. */
function act(session: Session, action: string | undefined, body: Fields): Answer {
  const call = session.calls.findLast(({ isLive }) => isLive);
  switch (action) {
    case 'bye':
      call?.hangUp(textOf(body.cause), numberOf(body.causeCode));
      return call ? DONE : NOT_FOUND;
    case 'drop':
      session.drop();
      return DONE;
    case 'silence':
      session.goSilent();
      return DONE;
    case 'lose-media':
      call?.loseMedia();
      return call ? DONE : NOT_FOUND;
    case 'say': {
      const text = textOf(body.text);
      const line = textOf(body.line) ?? '';
      call?.say(isLineId(line) ? line : 'typed', text);
      return call ? DONE : NOT_FOUND;
    }
    case 'send':
      session.request('ai_conversation', body);
      return DONE;
    case 'send-all':
      if (!Array.isArray(body.messages)) return NOT_FOUND;
      for (const message of body.messages) session.request('ai_conversation', fieldsOf(message));
      return DONE;
    case 'raw':
      session.send(body);
      return DONE;
    default:
      return NOT_FOUND;
  }
}

function ok(body: unknown): Answer {
  return { status: 200, body };
}

function queried(url: URL, name: string): string | undefined {
  return url.searchParams.get(name) ?? undefined;
}

function queriedNumber(url: URL, name: string): number | undefined {
  const text = queried(url, name);
  return text === undefined ? undefined : numberOf(Number(text));
}

async function textBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** A session's state, short enough for the message of a failed test. */
function summaryOf(session: Session): unknown {
  const { open, received, calls } = session.record();
  const told = calls.map(({ state, endedBy, heard }) => ({ state, endedBy, heard }));
  return { open, received: received.map(({ method }) => method), calls: told };
}
