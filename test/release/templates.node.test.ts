// The forms for issues and pull requests ask for what helps, by the names that it has in the project.

import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { dialogueStrings } from '../../src/i18n/dialogue-strings.ts';
import { reachStrings } from '../../src/i18n/reach-strings.ts';

interface Field {
  readonly type: string;
  readonly id?: string;
  readonly attributes: { readonly label?: string; readonly description?: string };
  readonly validations?: { readonly required: boolean };
}

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly Field[];
}

const folder = '.github/ISSUE_TEMPLATE';
const read = (name: string): unknown => parse(readFileSync(`${folder}/${name}`, 'utf8'));
const { scripts, homepage } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
  homepage: string;
};

/** Every script and file that a text names is there. */
function names(text: string): void {
  for (const [, script = ''] of text.matchAll(/npm run ([\w:-]+)/g)) {
    assert.ok(scripts[script], script);
  }
  for (const [path] of text.matchAll(/\b(?:[\w-]+\/)*[\w-]+\.(?:md|json)\b/g)) {
    assert.ok(existsSync(path), path);
  }
}

describe('the forms for issues', () => {
  const forms = readdirSync(folder).filter((name) => name !== 'config.yml');

  for (const name of forms) {
    it(`${name} is one that GitHub can read, and names what is there`, () => {
      const form = read(name) as Form;
      assert.ok(form.name && form.description);
      const ids = form.body.flatMap(({ id }) => id ?? []);
      assert.equal(new Set(ids).size, ids.length);
      for (const { type, id, attributes } of form.body) {
        assert.match(type, /^(markdown|textarea|input|dropdown)$/);
        assert.ok(type === 'markdown' || (id && attributes.label), JSON.stringify(attributes));
      }
      names(readFileSync(`${folder}/${name}`, 'utf8'));
    });
  }

  it('of a fault ask for the details, the check, the version and the browser', () => {
    const { body } = read('fault.yml') as Form;
    const required = body.filter(({ validations }) => validations?.required).map(({ id }) => id);
    assert.deepEqual(required, ['what', 'details', 'check', 'version', 'browser', 'way']);
    const details = body.find(({ id }) => id === 'details')?.attributes;
    assert.equal(details?.label, reachStrings.copyDetails);
    assert.ok(details.description?.includes(dialogueStrings.menu));
  });

  it('lead a weakness to the private form of this repository', () => {
    const { contact_links: links } = read('config.yml') as { contact_links: { url: string }[] };
    const repository = homepage.replace(/#.*/, '');
    assert.deepEqual(
      links.map(({ url }) => url),
      [`${repository}/security/advisories/new`],
    );
  });
});

describe('the form for pull requests', () => {
  const text = readFileSync('.github/pull_request_template.md', 'utf8');

  it('names what must hold, and what is there', () => {
    for (const word of ['npm run verify', 'CHANGELOG.md', 'api/shape.json']) {
      assert.ok(text.includes(word), word);
    }
    names(text.replaceAll('`', ''));
  });
});
