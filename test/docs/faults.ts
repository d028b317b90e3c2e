// Writes docs/faults.md (what becomes of a call when something goes wrong) from the tests' own data.

import { faults, moments } from '../faults/fault-table.ts';
import { scenarioFaults, shownFaults } from '../faults/step-faults.ts';
import { table } from './table.ts';

export function faultDocument(): string {
  const cells = faults.flatMap(({ outcomes }) => Object.values(outcomes)).filter(Boolean);
  return `# What becomes of a call when something goes wrong

Written by \`npm run docs\` from the data that \`npm test -- faults element/scenarios\` runs in a real browser: ${cells.length}
cells below, and ${scenarioFaults.length + shownFaults.length} faults of one step. In no cell is there an uncaught error, a second call, or
a microphone, socket or timer that outlives the call.

## Fault × moment

*idle*: the pointer is on the launcher, and the visitor clicks after the fault. *call*: it comes up, or goes on, with
sound both ways. *unheard*: it goes on, and says that the visitor is not heard;
*silenced*: for want of sound from the microphone. *muted*: it goes on without the visitor's voice.
*answered*: as *call*, and the tool's answer arrives once. *held back*: it goes on, and a tap lets its sound play.
*none*: no call, and the launcher. A code is [that failure](reference.md#error-codes). –: it cannot happen then.

${table(
  ['fault', ...moments],
  faults.map(({ name, outcomes }) => [name, ...moments.map((moment) => outcomes[moment] ?? '–')]),
)}

## Faults of one step

${table(
  ['fault', 'at', 'becomes', 'shown by'],
  [
    ...scenarioFaults.map((fault) => [
      fault.name,
      fault.moment,
      fault.becomes,
      `\`${fault.scenario}\` in element/scenarios`,
    ]),
    ...shownFaults.map(({ name, moment, becomes, shownBy }) => [name, moment, becomes, shownBy]),
  ],
)}
`;
}
