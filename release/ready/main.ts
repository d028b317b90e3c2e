// `npm run release:ready`: whether the version in this checkout can be released. It builds first.

import { spawnSync } from 'node:child_process';
import { askForAdvisories, shippedFolders } from '../shipped/advisories.ts';
import { allShipped, notAllowed } from '../shipped/licences.ts';
import { inLines, judgeRepository, type Line } from './judge.ts';
import { readRepository } from './repository.ts';

const today = new Date().toISOString().slice(0, 10);
const lines: Line[] = judgeRepository(readRepository('.'), today);

const isBuilt = judgeScript('it is built', 'build', 'Mend the build.');
if (isBuilt) {
  judgeScript('api/shape.json says what is built', 'api:check', 'Run npm run api, and commit it.');
  judgeScript('the files are within their bounds', 'size', 'Run npm run size.');
  judgeScript('the package can be read by every tool', 'lint:package', 'Run npm run lint:package.');
  const faults = notAllowed(allShipped());
  lines.push({
    what: 'what is shipped may be used by any site',
    fault: faults.length > 0 ? `Do without: ${faults.join('; ')}` : undefined,
  });
}
for (const folder of shippedFolders) {
  const told = await askForAdvisories(folder);
  const what = `no advisory is known against what ${folder}/package-lock.json ships`;
  if (told.kind === 'unanswered') {
    const fault = `Not known: the registry answers no audits (${told.why}). Run this where it does.`;
    lines.push({ what, fault });
  } else {
    lines.push({ what, fault: told.found.length > 0 ? told.found.join('; ') : undefined });
  }
}

console.log(inLines(lines));
const faults = lines.filter(({ fault }) => fault !== undefined).length;
console.log(faults === 0 ? '\nReady.' : `\nNot ready: ${faults} of ${lines.length}.`);
process.exitCode = faults === 0 ? 0 : 1;

function judgeScript(what: string, script: string, fault: string): boolean {
  const { status } = spawnSync('npm', ['run', '--silent', script], { stdio: 'ignore' });
  lines.push({ what, fault: status === 0 ? undefined : fault });
  return status === 0;
}
