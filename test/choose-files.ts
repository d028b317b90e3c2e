// Which test files to run, from the words after `npm test --`.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** What `quick` stands for: all that needs no browser and no build, and one real call in Chromium. */
const quick = ['core/', 'telnyx/', 'i18n/', 'panel/rich-text/', 'element/one-call'];

export interface ChosenFiles {
  readonly nodeTests: readonly string[];
  readonly browserTests: readonly string[];
}

/** @param words beginnings of paths, below `test/`; none: all files. */
export function chooseFiles(words: readonly string[]): ChosenFiles {
  const wanted = words
    .flatMap((word) => (word === 'quick' ? quick : word))
    .map((word) => word.replace(/^(\.\/)?(test\/)?/, 'test/'));
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' })
    .map((name) => join('test', name).replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .filter((name) => wanted.length === 0 || wanted.some((each) => name.startsWith(each)))
    .sort();
  const isForBrowser = (name: string) => name.endsWith('.browser.test.ts');
  return {
    nodeTests: files.filter((name) => !isForBrowser(name)),
    browserTests: files.filter(isForBrowser),
  };
}
