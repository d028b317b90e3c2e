// The studio's settings in its address, and its contrast figures.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contrastOf, ratioInWords, type Rgba } from '../../demo/studio/contrast/contrast.ts';
import type { Field } from '../../demo/studio/fields/fields.ts';
import { looksSecret } from '../../demo/studio/fields/secrets.ts';
import { fromAddress, toAddress } from '../../demo/studio/share/settings-address.ts';
import { toWidgetSettings } from '../../demo/studio/fields/widget-settings.ts';

function field(given: Partial<Field> & Pick<Field, 'key'>): Field {
  return {
    target: 'attribute',
    name: given.key,
    kind: 'text',
    group: '',
    help: '',
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
});
