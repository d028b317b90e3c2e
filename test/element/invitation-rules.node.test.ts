// When a visitor may be invited, as a table.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  isDue,
  isInUse,
  mayInvite,
  type Situation,
} from '../../src/element/extras/invitation-rules.ts';

const calm: Situation = {
  isSeen: true,
  secondsSinceUse: 0,
  isTyping: false,
  hasDialog: false,
  hasKeyboard: false,
  isLauncherCalm: true,
};

const situations: [what: string, change: Partial<Situation>, counts: boolean, invites: boolean][] =
  [
    ['a page in sight', {}, true, true],
    ['a page that was touched half a minute ago', { secondsSinceUse: 29 }, true, true],
    ['a page that nobody touches', { secondsSinceUse: 30 }, false, false],
    ['a page behind another', { isSeen: false }, false, false],
    ['a page behind another, just used', { isSeen: false, secondsSinceUse: 1 }, false, false],
    ['typing in a form', { isTyping: true }, true, false],
    ['typing with the keyboard on the screen', { isTyping: true, hasKeyboard: true }, true, false],
    ['the keyboard on the screen', { hasKeyboard: true }, true, false],
    ['a dialog', { hasDialog: true }, true, false],
    ['a dialog with a form', { hasDialog: true, isTyping: true }, true, false],
    ['a call, a panel or a problem', { isLauncherCalm: false }, true, false],
    ['a launcher put away, and a dialog', { isLauncherCalm: false, hasDialog: true }, true, false],
  ];

const times: [
  seenSeconds: number,
  scrolledPercent: number,
  inviteAfter: number,
  inviteScroll: number | null,
  due: boolean,
][] = [
  [0, 0, 10, null, false],
  [9, 0, 10, null, false],
  [10, 0, 10, null, true],
  [11, 0, 10, null, true],
  [0, 100, 10, null, false],
  [0, 50, 10, 50, true],
  [0, 49, 10, 50, false],
  [10, 0, 10, 50, true],
  [0, 0, 0, null, true],
  [0, 0, 60, 0, true],
  [59, 99, 60, 100, false],
];

describe('an invitation', () => {
  for (const [what, change, counts, invites] of situations) {
    it(`${what}: the time ${counts ? 'counts' : 'stands'}, ${invites ? 'shown' : 'not shown'}`, () => {
      assert.equal(isInUse({ ...calm, ...change }), counts);
      assert.equal(mayInvite({ ...calm, ...change }), invites);
    });
  }

  for (const [seconds, percent, inviteAfter, inviteScroll, due] of times) {
    it(`${seconds} s and ${percent} % of ${inviteAfter} s and ${inviteScroll} %: ${due ? 'due' : 'not yet'}`, () => {
      assert.equal(isDue(seconds, percent, { inviteAfter, inviteScroll }), due);
    });
  }
});
