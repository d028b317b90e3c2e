// `npm run advisories`: whether anything is known against what reaches others. It fails, too, where nobody answers.

import { askForAdvisories, shippedFolders } from './advisories.ts';

for (const folder of shippedFolders) {
  const answer = await askForAdvisories(folder);
  const place = folder === '.' ? 'the package' : 'the server';
  if (answer.kind === 'unanswered') {
    console.error(`${place}: not known. The registry does not answer audits: ${answer.why}`);
    process.exitCode = 2;
  } else if (answer.found.length > 0) {
    console.error([`${place}:`, ...answer.found].join('\n  '));
    process.exitCode = 1;
  } else {
    console.log(`${place}: no known advisory.`);
  }
}
