// Makes the tables of what a call says when it fails, and of how long it waits, from the source.

import { CallError, callErrorCodes } from '../../src/core/call/call-error.ts';
import {
  defaultWaitLimitsMs,
  errorAfterWait,
  type WaitLimits,
} from '../../src/core/call/call-waits.ts';
import { answerLimitMs } from '../../src/core/call/sound-trouble.ts';
import { englishPanel } from '../support/english-panel.ts';
import { table } from './table.ts';

/** What each wait is for, and what comes after it where that is no error of a call. */
const waitedFor: Readonly<Record<keyof WaitLimits, readonly [what: string, after?: string]>> = {
  code: ['the code of a call'],
  microphone: ['the answer to the browser’s question, and the microphone'],
  socket: ['a connection to the signaling server'],
  login: ['its answer to the login; all logins together, where one is refused'],
  pause: ['between two logins', 'the next login'],
  registration: ['a session that is ready'],
  answer: ['the assistant’s answer'],
  media: ['the first sound after the answer'],
  reconnection: ['a connection that was lost'],
  restoration: ['the call of the page before'],
  release: ['the end of all that a call has opened', 'the call counts as over'],
  silence: [
    'a word of the assistant, once the visitor has spoken',
    'the panel says so; the call goes on',
  ],
  chat: [
    'each next word of an answer to what was typed without a call; ten times as long for all of it',
    'the message can be sent again',
  ],
};
const limitsMs: Readonly<Record<string, number>> = {
  ...defaultWaitLimitsMs,
  silence: answerLimitMs,
};
const errors: Readonly<Record<string, string>> = errorAfterWait;

export function errorTables(): Map<string, string> {
  return new Map([
    [
      'errors',
      table(
        ['Code', 'What the visitor reads', '`recoverable`'],
        callErrorCodes.map((code) => [
          `\`${code}\``,
          englishPanel.errors[code],
          new CallError(code, '').recoverable ? 'yes' : 'no',
        ]),
      ),
    ],
    [
      'waits',
      table(
        ['Wait', 'For what', 'At most', 'Then'],
        Object.entries(waitedFor).map(([wait, [what, after]]) => [
          `\`${wait}\``,
          what,
          `${(limitsMs[wait] ?? 0) / 1000} s`,
          after ?? (errors[wait] ? `\`${errors[wait]}\`` : ''),
        ]),
      ),
    ],
  ]);
}
