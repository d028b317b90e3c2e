// The studio's settings in its address and in a file, and its contrast figures.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrastOf, ratioInWords, type Rgba } from '../../demo/studio/contrast/contrast.ts';
import type { ElementField } from '../../demo/studio/fields/fields.ts';
import { looksSecret } from '../../demo/studio/fields/secrets.ts';
import { fromControlText, toControlText } from '../../demo/studio/fields/control-text.ts';
import { findDoubt } from '../../demo/studio/fields/find-problem.ts';
import { readQuestions } from '../../demo/studio/fields/form-questions.ts';
import { findFixes } from '../../demo/studio/contrast/find-fixes.ts';
import type { Measured } from '../../demo/studio/contrast/measure-contrast.ts';
import { fromFile, toFile } from '../../demo/studio/share/settings-file.ts';
import { asFolder } from '../../demo/studio/snippets/release.ts';
import { fromAddress, toAddress } from '../../demo/studio/share/settings-address.ts';
import { toWidgetSettings } from '../../demo/studio/fields/widget-settings.ts';

function field(given: Partial<ElementField> & Pick<ElementField, 'key'>): ElementField {
  return {
    target: 'attribute',
    name: given.key,
    kind: 'text',
    fallback: '',
    words: [],
    ...given,
  };
}

const fields = [
  field({ key: 'assistant-id' }),
  field({ key: 'token-url' }),
  field({ key: 'feedback', kind: 'boolean' }),
  field({ key: 'resume', kind: 'choice', fallback: 'auto', words: ['auto', 'ask', 'off'] }),
  field({ key: 'resume-hours', kind: 'number', fallback: '24' }),
  field({ key: 'variables', kind: 'json' }),
  field({ key: 'prompts', kind: 'texts' }),
  field({ key: 'form', target: 'form', kind: 'form' }),
  field({ key: 'view.files', target: 'view', kind: 'address' }),
  field({
    key: 'look.accent',
    target: 'property',
    name: '--telnyx-ai-call-accent',
    kind: 'colour',
  }),
  field({ key: 'look.font', target: 'property', name: '--telnyx-ai-call-font', kind: 'css' }),
  field({ key: 'text.launcher', target: 'text', name: 'launcher', fallback: 'Talk' }),
  field({ key: 'text.errors.offline', target: 'text', name: 'errors.offline' }),
];

function read(address: string): Record<string, string> {
  return Object.fromEntries(fromAddress(address, fields));
}

describe('the address of the studio', () => {
  it('says what is set, and gives it back', () => {
    const settings = new Map([
      ['assistant-id', 'assistant-1'],
      ['feedback', 'on'],
      ['variables', '{"page":"a&b=c#d"}'],
      ['look.accent', '#5b2bd6'],
      ['text.launcher', 'Grüß Gott, <b>“you”</b> & all'],
    ]);
    const address = toAddress(settings);
    assert.match(address, /^assistant-id=assistant-1&feedback=on&/);
    assert.deepEqual(fromAddress(`#${address}`, fields), settings);
  });

  it('leaves out what is the default, unknown or empty', () => {
    assert.deepEqual(read('#resume=auto&resume-hours=24&text.launcher=Talk&hello=1'), {});
    assert.deepEqual(read('#assistant-id=&look.accent=+'), {});
    assert.deepEqual(read(''), {});
  });

  it('leaves out what is invalid, and keeps the rest', () => {
    const invalid = [
      'feedback=off',
      'resume=never',
      'resume-hours=-1',
      'resume-hours=many',
      'variables={"a":{}}',
      'prompts={"a":1}',
      'prompts=[1]',
      'view.files=javascript:alert(1)',
      'view.files=dist/cdn',
      'variables=[1]',
      'variables={',
      'look.accent=red;background:url(//elsewhere.example)',
      'look.accent=url(//elsewhere.example)',
      'look.accent=red}*{display:none',
      'look.accent=</style><script>',
      'look.font="open',
      'look.font=a/*b',
      String.raw`look.font=\7d`,
      'look.accent=rgb(0',
      'look.accent=a)(',
    ];
    for (const each of invalid) {
      const [key = '', ...value] = each.split('=');
      const address = new URLSearchParams({ [key]: value.join('='), 'assistant-id': 'a' });
      assert.deepEqual(read(address.toString()), { 'assistant-id': 'a' }, each);
    }
  });

  it('takes a font with a name in quotes, and a colour for each scheme', () => {
    const settings = {
      'look.accent': 'light-dark(#0a6c52, rgb(79 214 173 / 50%))',
      'look.font': '"Open Sans", system-ui',
    };
    assert.deepEqual(read(new URLSearchParams(settings).toString()), settings);
  });

  it('never holds what looks like a secret', () => {
    const secrets = [
      'KEY0123456789ABCDEF_abc',
      'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.abc',
      'sk-proj-abcdefgh12345678',
      'Bearer abcdefgh12345',
      '/token?api_key=abc',
      'https://example.com/?a=b&access_token=abc',
      'https://ada:lovelace@example.com/',
      '{"password":"abc"}',
      '{"user_token": "abc"}',
    ];
    for (const each of secrets) {
      assert.ok(looksSecret(each), each);
      const everywhere = Object.fromEntries(fields.map(({ key }) => [key, each]));
      assert.deepEqual(read(new URLSearchParams(everywhere).toString()), {}, each);
    }
    for (const each of ['/api/telnyx-token', 'Enter your key', '{"order_id":1}', 'assistant-1']) {
      assert.ok(!looksSecret(each), each);
    }
  });
});

describe('a file of settings', () => {
  const settings = new Map([
    ['assistant-id', 'assistant-1'],
    ['prompts', '["When?","How much?"]'],
  ]);

  it('gives back what was written', () => {
    assert.deepEqual(fromFile(toFile(settings), fields), { settings, leftOut: '' });
  });

  it('that is none is refused', () => {
    for (const text of ['', 'hello', '[]', '{}', '{"settings":{}}', '{"format":"other"}']) {
      assert.equal(fromFile(text, fields), undefined, text);
    }
  });

  it('tells what cannot be used, and takes the rest', () => {
    const file = JSON.parse(toFile(settings)) as { settings: Record<string, unknown> };
    Object.assign(file.settings, {
      hello: '1',
      resume: 'never',
      'token-url': 'KEY0123456789ABCDEF',
    });
    Object.assign(file.settings, { feedback: true });
    const read = fromFile(JSON.stringify(file), fields);
    assert.ok(read);
    assert.deepEqual(read.settings, settings);
    assert.equal(
      read.leftOut,
      'Left out: hello (unknown), resume (no usable value), token-url (looks like a secret), feedback (no usable value).',
    );
  });
});

describe('a hostile file of settings', () => {
  const fromSettings = (settings: string) =>
    fromFile(`{"format":"telnyx-ai-call settings","settings":${settings}}`, fields);

  it('changes no object but its own, and sets nothing that is not known', () => {
    const read = fromSettings(
      '{"__proto__":{"feedback":"on"},"constructor":"x","text.__proto__.x":"1","assistant-id":"a"}',
    );
    assert.deepEqual(read?.settings, new Map([['assistant-id', 'a']]));
    assert.equal(
      read.leftOut,
      'Left out: __proto__ (unknown), constructor (unknown), text.__proto__.x (unknown).',
    );
    assert.equal(Reflect.get({}, 'feedback'), undefined);
  });

  it('gets no style sheet, no script address and no secret in', () => {
    const read = fromSettings(
      JSON.stringify({
        'look.accent': 'red;}*{display:none',
        'look.font': 'a"}</style><script>alert(1)</script>',
        'view.files': 'javascript:alert(1)',
        'token-url': 'https://a.example/?api_key=abc',
        variables: '{"a":{"b":1}}',
        'text.launcher': { toString: 'x' },
        prompts: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      }),
    );
    assert.deepEqual(read?.settings, new Map());
  });

  it('is told of in few words, whatever it holds', () => {
    const names = Array.from({ length: 50_000 }, (_, index) => [`x${index}`.repeat(10), '1']);
    const { leftOut = '' } = fromSettings(JSON.stringify(Object.fromEntries(names))) ?? {};
    assert.ok(leftOut.length < 500, `${leftOut.length}`);
    assert.match(leftOut, / and 49992 more\.$/);
  });

  it('gets no secret into the sentence about it, not even as a name', () => {
    const read = fromSettings('{"KEY0123456789ABCDEF":"x","Bearer abcdefghijk":"y"}');
    assert.equal(read?.leftOut, 'Left out: … (unknown), … (unknown).');
  });

  it('comes back as it went, with signs of all kinds', () => {
    const odd = new Map([
      ['text.launcher', `"\\'<b>&amp;{{x}}\u2028\u0000 שלום 🎉`],
      ['form', 'Your "name" *\nE-mail'],
    ]);
    assert.deepEqual(fromFile(toFile(odd), fields)?.settings, odd);
  });
});

describe('what stands in a control', () => {
  const texts = { kind: 'texts' } as const;
  const json = { kind: 'json' } as const;

  it('is one a line, for questions to start with', () => {
    assert.equal(fromControlText(texts, ' When?\n\nHow much? \n'), '["When?","How much?"]');
    assert.equal(toControlText(texts, '["When?","How much?"]'), 'When?\nHow much?');
    assert.equal(fromControlText(texts, '\n'), '');
  });

  it('is one a line, for facts', () => {
    const value = '{"page":"a = b","order_id":17,"is_new":true,"zip":"01234"}';
    const text = 'page = a = b\norder_id = 17\nis_new = true\nzip = 01234';
    assert.equal(fromControlText(json, text), value);
    assert.equal(toControlText(json, value), text);
    assert.equal(fromControlText(json, '{"a": 1}'), '{"a": 1}');
    assert.equal(fromControlText(json, 'no fact'), 'no fact');
  });

  it('is a question a line, for a form', () => {
    assert.deepEqual(readQuestions('Your name *\n\nE-mail\n姓名*\nYour name'), [
      { label: 'Your name', name: 'your_name', type: 'text', isRequired: true },
      { label: 'E-mail', name: 'e_mail', type: 'email', isRequired: false },
      { label: '姓名', name: 'answer_3', type: 'text', isRequired: true },
      { label: 'Your name', name: 'your_name_2', type: 'text', isRequired: false },
    ]);
  });

  it('is doubted where it looks like something else', () => {
    const id = { key: 'assistant-id' };
    assert.equal(findDoubt(id, 'assistant-8f1c2d3e-0000-4444-8888-abcdefabcdef'), undefined);
    assert.equal(findDoubt(id, ''), undefined);
    for (const other of ['Ada', '+1 800 555', 'assistant-1 ', 'https://portal.telnyx.com/']) {
      assert.match(findDoubt(id, other) ?? '', /begins with “assistant-”/, other);
    }
  });
});

describe('where the files lie', () => {
  it('is a folder, however its address was copied', () => {
    const folder = 'https://a.example/telnyx/';
    for (const end of ['', 'telnyx-ai-call.js', 'loader.js?v=1', '#top']) {
      assert.equal(asFolder(folder + end), folder);
    }
    assert.equal(asFolder('https://a.example/telnyx'), folder);
  });
});

describe('settings', () => {
  it('become attributes, custom properties and texts', () => {
    const settings = fromAddress(
      'feedback=on&variables={"a":  1}&look.accent=teal&text.launcher=Hi&text.errors.offline=Off',
      fields,
    );
    assert.deepEqual(toWidgetSettings(settings, fields), {
      attributes: [
        { name: 'feedback', value: true },
        { name: 'variables', value: '{"a":1}', data: { a: 1 } },
      ],
      properties: [['--telnyx-ai-call-accent', 'teal']],
      texts: { launcher: 'Hi', errors: { offline: 'Off' } },
      form: [],
    });
  });
});

describe('contrast', () => {
  const white: Rgba = [255, 255, 255, 255];
  const black: Rgba = [0, 0, 0, 255];
  const close = (ratio: number, wanted: number) => assert.ok(Math.abs(ratio - wanted) < 0.005);

  it('is what WCAG says it is', () => {
    close(contrastOf(black, white, white), 21);
    close(contrastOf(white, white, white), 1);
    close(contrastOf([255, 255, 255, 255], [255, 255, 0, 255], white), 1.07);
    close(contrastOf([119, 119, 119, 255], white, white), 4.478);
  });

  it('sees through what is not opaque', () => {
    close(contrastOf([0, 0, 0, 128], white, white), 4.0);
    close(contrastOf(white, [0, 0, 0, 0], black), 21);
  });

  it('is never rounded up', () => {
    assert.equal(ratioInWords(4.4999), '4.49:1');
    assert.equal(ratioInWords(21), '21:1');
  });

  const grey: Rgba = [150, 150, 150, 255];

  /** Grey words, on a paper for each scheme. */
  function fixesOn(papers: Readonly<Record<'light' | 'dark', Rgba>>) {
    const ratioOf = (ink: Rgba, scheme: 'light' | 'dark') => contrastOf(ink, papers[scheme], white);
    const all = (['light', 'dark'] as const).map((scheme): Measured => {
      const names = { what: 'Words', ink: '--a', paper: '--b', keys: ['look.accent-text'] };
      const seen = { inkColour: '', paperColour: '', ratio: ratioOf(grey, scheme) };
      return { ...names, ...seen, needs: 4.5, scheme };
    });
    return findFixes(
      all.filter(({ ratio, needs }) => ratio < needs),
      all,
      {
        bytesOf: () => grey,
        wouldBeRead: (property, value, pairs, scheme) => {
          assert.equal(property, '--telnyx-ai-call-accent-text');
          return pairs.every(({ needs }) => ratioOf(bytesOf(value), scheme) >= needs);
        },
      },
    );
  }

  function bytesOf(hex: string): Rgba {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
      parseInt(hex.slice(at, at + 2), 16),
    );
    return [red, green, blue, 255];
  }

  it('finds the nearest colour that can be read', () => {
    const [fix, ...others] = fixesOn({ light: white, dark: white });
    assert.deepEqual(others, []);
    assert.equal(fix?.key, 'look.accent-text');
    const [channel] = bytesOf(fix.value);
    const ratioAt = (each: number) => contrastOf([each, each, each, 255], white, white);
    assert.ok(ratioAt(channel) >= 4.5);
    assert.ok(ratioAt(channel + 3) < 4.5, 'it is the nearest');
  });

  it('finds one colour for light and one for dark, where none can be read in both', () => {
    const [fix] = fixesOn({ light: white, dark: [40, 40, 40, 255] });
    assert.match(fix?.value ?? '', /^light-dark\(#[\da-f]{6}, #969696\)$/);
  });
});
