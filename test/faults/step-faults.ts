// What can go wrong at one step of a call only, as data: with the scenario of the gateway that does it,
// or with the test that shows it in its own way.

import type { CallErrorCode } from '../../src/index.ts';
import type { Moment } from './fault-table.ts';

export interface StepFault {
  readonly name: string;
  readonly moment: Moment;
  readonly becomes: CallErrorCode;
}

export interface ScenarioFault extends StepFault {
  readonly scenario: string;
}

interface ShownFault extends StepFault {
  readonly shownBy: string;
}

const [unreachable, rejected] = ['gateway-unreachable', 'call-rejected'] as const;

function during(moment: Moment, rows: readonly [string, string, CallErrorCode][]): ScenarioFault[] {
  return rows.map(([name, scenario, becomes]) => ({ name, moment, becomes, scenario }));
}

/** Causes that gateways send (docs/telnyx.md#ending). The visitor reads the same sentence for all. */
const causes = {
  USER_BUSY: 17,
  NO_USER_RESPONSE: 18,
  NO_ANSWER: 19,
  UNALLOCATED_NUMBER: 1,
  INCOMPATIBLE_DESTINATION: 88,
};

const byes = Object.entries(causes).map(([cause, code]): [string, string, CallErrorCode] => [
  `The assistant hangs up instead: ${cause}`,
  `assistant-demo.invite=hang-up.cause=${cause}.cause-code=${code}`,
  rejected,
]);

export const scenarioFaults: readonly ScenarioFault[] = [
  ...during('connecting', [
    ['The login is refused', 'assistant-refuses-login', 'login-refused'],
    [
      'The login is refused with -32000',
      'assistant-refuses-login.login-code=-32000',
      'login-refused',
    ],
    [
      'The login is refused with -32002',
      'assistant-refuses-login.login-code=-32002',
      'login-refused',
    ],
    [
      'The login is refused with -32003',
      'assistant-refuses-login.login-code=-32003',
      'login-refused',
    ],
    ['The login is not answered', 'assistant-never-answers-login', unreachable],
    ['The gateway is never ready', 'assistant-never-ready', unreachable],
    ['The gateway is UNREGED', 'assistant-unreged', unreachable],
    ['The gateway is FAILED', 'assistant-gateway-failed', unreachable],
    ['The gateway is TRYING, and stays so', 'assistant-trying', unreachable],
  ]),
  ...during('ringing', [
    ['The invite is refused', 'assistant-refuses-invite', rejected],
    ['The invite is not answered', 'assistant-never-answers-invite', rejected],
    ['The assistant hangs up instead of answering', 'assistant-hangs-up-before-answer', rejected],
    ...byes,
  ]),
  ...during('active', [
    ['No audio arrives', 'assistant-no-audio', 'connection-lost'],
    [
      'The socket is cut, and the gateway has forgotten the call',
      'assistant-forgets-call.after=200',
      'connection-lost',
    ],
  ]),
];

const shownIn = (shownBy: string, rows: readonly [string, Moment, CallErrorCode][]): ShownFault[] =>
  rows.map(([name, moment, becomes]) => ({ name, moment, becomes, shownBy }));

export const shownFaults: readonly ShownFault[] = [
  ...shownIn('element/scenarios', [
    ['Nothing answers at the address', 'connecting', unreachable],
    ['The address is none', 'connecting', unreachable],
    ['No assistant is named', 'preparing', 'not-configured'],
  ]),
  ...shownIn('element/obstacles', [
    ['The microphone is denied', 'preparing', 'mic-denied'],
    ['There is no microphone', 'preparing', 'mic-missing'],
    ['The microphone is busy', 'preparing', 'mic-busy'],
    ['The page may not use the microphone', 'preparing', 'mic-blocked-by-page'],
    ['The prompt for the microphone stays open', 'preparing', 'mic-denied'],
    ['The page is not secure', 'preparing', 'insecure-context'],
    ['The browser has no WebRTC', 'preparing', 'unsupported-browser'],
    ['The browser is offline', 'preparing', 'offline'],
  ]),
  ...shownIn('build/cdn-page', [
    ['The code is missing, as after a new deploy', 'preparing', 'load-failed'],
    ['The code does not come in time', 'preparing', 'load-failed'],
  ]),
  ...shownIn('element/login', [['No usable token comes', 'preparing', 'token-failed']]),
  ...shownIn('server/login-page', [
    ['The visitor is signed out of the site', 'preparing', 'token-failed'],
  ]),
];
