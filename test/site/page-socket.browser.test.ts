// A socket to the gateway in the page goes through the same events as one to the gateway in Node, whatever
// becomes of it.

import { expect } from '@open-wc/testing';
import { until } from '../support/until.ts';
import { type Home, nodeHome, pageHome } from './two-homes.ts';

type Act = (socket: WebSocket, home: Home, assistantId: string) => Promise<void> | void;

const login = (assistantId: string) =>
  JSON.stringify({
    jsonrpc: '2.0',
    id: 'the-login',
    method: 'anonymous_login',
    params: { target_type: 'ai_assistant', target_id: assistantId },
  });

const opens = (socket: WebSocket) => until(() => socket.readyState === WebSocket.OPEN);
const closes = (socket: WebSocket) => until(() => socket.readyState === WebSocket.CLOSED);

/** All that happens to one socket, as text. */
async function courseOf(home: Home, act: Act): Promise<readonly string[]> {
  const course: string[] = [];
  const assistantId = `assistant-demo.reconnect=refuse~${crypto.randomUUID()}`;
  await follow(new WebSocket(`${home.gatewayUrl}/?voice_sdk_id=none`), course, (socket) =>
    act(socket, home, assistantId),
  );
  return course;
}

async function follow(
  socket: WebSocket,
  course: string[],
  act: (socket: WebSocket) => Promise<void> | void,
): Promise<void> {
  course.push(`made: ${socket.readyState} ${socket.binaryType} "${socket.protocol}"`);
  course.push(`${socket instanceof WebSocket} ${Object.prototype.toString.call(socket)}`);
  for (const type of ['open', 'message', 'error', 'close'] as const) {
    socket.addEventListener(type, (event) => course.push(describeEvent(socket, event)));
  }
  socket.onopen = function (this: WebSocket) {
    course.push(`onopen ${this === socket}`);
  };
  socket.onclose = () => course.push('a handler that is replaced');
  socket.onclose = () => course.push('onclose');
  socket.onerror = () => course.push('a handler that is taken away');
  socket.onerror = null;
  course.push(`${socket.onerror} ${typeof socket.onclose}`);
  await act(socket);
  await closes(socket);
}

function describeEvent(socket: WebSocket, event: Event): string {
  const about: (string | number | boolean)[] = [
    event.type,
    event.constructor.name,
    socket.readyState,
    event.target === socket,
  ];
  if (event instanceof CloseEvent) about.push(event.code, event.reason, event.wasClean);
  if (event instanceof MessageEvent) about.push(typeof event.data);
  return about.join(' ');
}

function failureOf(act: () => void): string {
  try {
    act();
    return 'none';
  } catch (error) {
    return error instanceof DOMException ? error.name : String(error);
  }
}

const acts: Readonly<Record<string, Act>> = {
  'is closed by its page': async (socket) => {
    await opens(socket);
    socket.close();
    socket.close();
  },
  'is closed with a code and a reason': async (socket) => {
    await opens(socket);
    socket.close(4001, 'because');
  },
  'is closed before it is open': (socket) => socket.close(),
  'is cut by the gateway': async (socket, home, assistantId) => {
    await opens(socket);
    socket.send(login(assistantId));
    await until(async () => (await home.sessions(assistantId)).length > 0);
    await home.drop(assistantId);
  },
};

describe('a socket to the gateway in the page', () => {
  for (const [name, act] of Object.entries(acts)) {
    it(`that ${name} goes through what a socket to a server goes through`, async () => {
      const real = await courseOf(nodeHome, act);
      expect(await courseOf(pageHome, act)).to.deep.equal(real);
    });
  }

  it('is turned away as a server turns it away', async () => {
    const courses = [];
    for (const home of [nodeHome, pageHome]) {
      const assistantId = `assistant-demo.reconnect=refuse~${crypto.randomUUID()}`;
      const first = new WebSocket(home.gatewayUrl);
      await opens(first);
      const answer = new Promise<string>((resolve) => {
        first.onmessage = ({ data }) => resolve(String(data));
      });
      first.send(login(assistantId));
      const { voice_sdk_id } = JSON.parse(await answer) as { voice_sdk_id: string };
      await home.drop(assistantId);
      await closes(first);
      const course: string[] = [];
      const again = new WebSocket(`${home.gatewayUrl}/?voice_sdk_id=${voice_sdk_id}`);
      await follow(again, course, () => undefined);
      courses.push(course);
    }
    expect(courses[1]).to.deep.equal(courses[0]);
  });

  it('refuses what a socket refuses', async () => {
    const refusals = [];
    for (const home of [nodeHome, pageHome]) {
      const socket = new WebSocket(home.gatewayUrl);
      const refused = [failureOf(() => socket.send('early'))];
      await opens(socket);
      refused.push(
        failureOf(() => socket.close(1001)),
        failureOf(() => socket.close(1000, 'x'.repeat(124))),
      );
      socket.close(1000, 'x'.repeat(123));
      await closes(socket);
      refused.push(
        failureOf(() => socket.send('late')),
        `${socket.bufferedAmount > 0}`,
      );
      refusals.push(refused);
    }
    expect(refusals[1]).to.deep.equal(refusals[0]);
  });

  it('delivers later, and in order', async () => {
    const socket = new WebSocket(pageHome.gatewayUrl);
    const assistantId = `assistant-demo~${crypto.randomUUID()}`;
    await opens(socket);
    const answers: string[] = [];
    socket.onmessage = ({ data }) => {
      const { id } = JSON.parse(String(data)) as { id: string };
      answers.push(id);
    };
    socket.send(login(assistantId));
    for (const id of ['a', 'b', 'c']) {
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'telnyx_rtc.ping', params: {} }));
    }
    expect(answers).to.deep.equal([]);
    await until(() => answers.includes('c'));
    expect(answers.filter((id) => ['the-login', 'a', 'b', 'c'].includes(id))).to.deep.equal([
      'the-login',
      'a',
      'b',
      'c',
    ]);
    socket.close();
  });

  it('lets a page derive a class, as from the browser’s own', async () => {
    const sent = [];
    class Watched extends WebSocket {
      readonly frames: string[] = [];

      override send(data: string): void {
        this.frames.push(data);
        super.send(data);
      }
    }
    for (const home of [nodeHome, pageHome]) {
      const socket = new Watched(home.gatewayUrl);
      await opens(socket);
      const answer = new Promise((resolve) => (socket.onmessage = resolve));
      socket.send(login(`assistant-demo~${crypto.randomUUID()}`));
      await answer;
      sent.push([socket.frames.length, socket instanceof Watched, socket.url === home.gatewayUrl]);
      socket.close();
      await closes(socket);
    }
    expect(sent[1]).to.deep.equal(sent[0]);
  });

  it('leaves all other addresses to the browser’s own class', () => {
    expect(failureOf(() => new WebSocket('nonsense://x y'))).to.equal('SyntaxError');
    expect(WebSocket.OPEN).to.equal(1);
  });
});
