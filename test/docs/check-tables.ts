// Makes the tables of docs/check.md: the steps of a check, and what docs/telnyx.md marks as not verified, with
// the step that settles it.

import { readFileSync } from 'node:fs';
import { assumptionIds, assumptions } from '../../demo/check/assumption.ts';
import { stepIds } from '../../demo/check/step-id.ts';
import { steps } from '../../demo/check/steps.ts';
import { table } from './table.ts';

export function checkTables(): Map<string, string> {
  return new Map([
    [
      'steps',
      table(
        ['step', 'what it says', 'it fails where'],
        stepIds.map((id) => [`\`${id}\``, steps[id].title, steps[id].failsWhere]),
      ),
    ],
    [
      'assumptions',
      table(
        ['assumption', 'step', 'what is assumed', 'marked in'],
        assumptionIds.map((id) => {
          const { step, claim } = assumptions[id];
          return [`\`${id}\``, `\`${step}\``, claim, placesOf(id).map(linkTo).join(', ')];
        }),
      ),
    ],
  ]);
}

/** The headings of docs/telnyx.md under which the assumption is named. */
export function placesOf(assumption: string): string[] {
  const [, ...sections] = readFileSync('docs/telnyx.md', 'utf8').split(/^##+ /m);
  return sections
    .filter((section) => section.includes(`[\`${assumption}\`](check.md#assumptions)`))
    .map((section) => section.split('\n')[0] ?? '');
}

function linkTo(heading: string): string {
  const anchor = heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
  return `[${heading}](telnyx.md#${anchor})`;
}
