// A call from the launcher to its end, as the README shows it moving: what happens, and how long each picture stands.

import { delta, done, ended, heard, started } from '../support/assistant-frames.ts';
import type { Visit } from './visit.ts';

const greeting = ['Hello, this is ', 'the demo assistant. ', 'How can I help?'];
const answer = ['We are open from ', 'nine to five, ', 'Monday to Friday.'];

/** @returns for each picture, how long it stands. */
export async function* movingCall(visit: Visit): AsyncGenerator<number, void> {
  await visit.page.locator('pierce/[part=launcher]').wait();
  yield 1500;
  await visit.click('Talk to the assistant');
  await visit.reads('You can talk now');
  yield 700;
  yield* says(visit, 'r1', greeting);
  yield 1000;
  await visit.receives(heard('When are you open?'));
  await visit.reads('When are you open?');
  yield 1000;
  yield* says(visit, 'r2', answer);
  yield 2000;
  await visit.click('End call');
  await visit.reads('Call ended');
  yield 2000;
}

async function* says(visit: Visit, id: string, parts: readonly string[]) {
  await visit.receives(started(id));
  for (const part of parts) {
    await visit.receives(delta(id, part));
    await visit.reads(part.trim());
    yield 350;
  }
  await visit.receives(done(id, parts.join('')), ended(id));
}
