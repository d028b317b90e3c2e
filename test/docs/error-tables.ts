// Makes the tables of what a call says when it fails, and of how long it waits, from the source.

import { CallError, callErrorCodes } from '../../src/core/call/call-error.ts';
import { defaultWaitLimitsMs } from '../../src/core/call/call-waits.ts';
import { englishPanel } from '../support/english-panel.ts';
import { table } from './table.ts';

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
        ['Wait', 'At most'],
        Object.entries(defaultWaitLimitsMs).map(([wait, ms]) => [`\`${wait}\``, `${ms / 1000} s`]),
      ),
    ],
  ]);
}
