import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { toReadableText } from '../../../src/core/dialogue/to-readable-text.ts';

const whole = (text: string) => toReadableText(text, false);
const begun = (text: string) => toReadableText(text, true);

describe('what is for the voice alone', () => {
  const cases: [string, string][] = [
    ['<emotion value="excited" /> Hello', 'Hello'],
    ["Well<break time='1s'/> yes", 'Well yes'],
    ['A <break time=500ms/> pause', 'A pause'],
    ['<whisper>It is a secret</whisper>, they say', 'It is a secret, they say'],
    ['I <emphasis level="strong">really</emphasis> mean it', 'I really mean it'],
    ['<soft>a</soft> <loud>b</loud> <slow>c</slow> <fast>d</fast>', 'a b c d'],
    ['<higher-pitch>a</higher-pitch> <lower-pitch>b</lower-pitch>', 'a b'],
    ['<EMOTION VALUE="sad"/>Oh', 'Oh'],
    ['One [pause] two [long-pause] three', 'One two three'],
    ['[laughter][laugh] [chuckle] [giggle]Fine', 'Fine'],
    ['Well [sigh], yes [breath].', 'Well, yes.'],
    ['[inhale] In [exhale]\nout', 'In\nout'],
    ['First\n[Pause]\nsecond', 'First\nsecond'],
    ['First\n\n[pause]\n\nsecond', 'First\n\nsecond'],
    ['Goodbye! (conversation ended)', 'Goodbye!'],
    ['Goodbye!\n\n(Conversation ended)', 'Goodbye!'],
    ['(conversation ended)', ''],
    ['(conversation ended).', ''],
    ['Goodbye. (Conversation ended.)', 'Goodbye.'],
    ['Goodbye. (conversation ended).', 'Goodbye.'],
    ['Goodbye. (conversation  ended)', 'Goodbye.'],
    ['Goodbye.\n(conversation\nended)', 'Goodbye.'],
    [' <emotion value="calm"/> \n', ''],
    ['Bye [sigh](conversation ended)', 'Bye'],
    ['A ` alone, and <soft>soft</soft>', 'A ` alone, and soft'],
    ['`code` <soft>soft</soft> `code`', '`code` soft `code`'],
    ['`one\n\n<soft>two</soft>`', '`one\n\ntwo`'],
    ['```\n<soft>\n```\n<soft>x</soft>', '```\n<soft>\n```\nx'],
    ['<emotion value="a > b" /> Hello', 'Hello'],
    ['<emotion value=\'a > b\' level="1">Hello</emotion>', 'Hello'],
    ['<emotion value="sad/> Hello', 'Hello'],
    ['<emotion\n  value="sad"\n/>Hello', 'Hello'],
    ['about ~~~ <soft>this</soft>', 'about ~~~ this'],
    ['Type ``` first, <soft>then</soft> code', 'Type ``` first, then code'],
    ['See ```<soft>``` and <soft>that</soft>', 'See ```<soft>``` and that'],
    ['- a ` b\n- <soft>c</soft> `d`', '- a ` b\n- c `d`'],
    ['```a`\n<soft>b</soft>', '```a`\nb'],
    ['> ```\n> <soft>\n\n<soft>x</soft>', '> ```\n> <soft>\n\nx'],
    ['- ~~~\n  <soft>\n<soft>x</soft>', '- ~~~\n  <soft>\nx'],
  ];
  for (const [text, expected] of cases) {
    it(`goes: ${JSON.stringify(text)}`, () => assert.equal(whole(text), expected));
  }
});

describe('all else stays', () => {
  const texts = [
    '  two  spaces  ',
    '<b>bold</b> <emotions value="x"/> <slower> <break-out>',
    'if a <fast and b> c, or 3 < 5',
    '<emotion value="',
    '[1] [ ] [x] [pauses] [pause [note]',
    '[laugh](https://example.test) ![sigh](a.png)',
    '(the conversation ended) (conversation)',
    'Write `<emotion value="x" />` or `` `[pause]` `` or `(conversation ended)`',
    '```xml\n<break time="1s"/>\n[pause]\n```',
    '~~~\n[pause]\n```\n[sigh]\n~~~',
    '- item\n  ```\n  [pause]\n  ```',
    '> ```\n> <soft>\n> ```',
    '```\n[pause] in code without an end',
    '```\n> ```\n<soft>\n```',
    '```\na ``` b\n<soft>\n```',
    '````\n```\n<soft>\n````',
    '~~~~ xml\n~~~\n[pause]\n~~~~~',
    '1. ~~~\n   <soft>\n\n   [pause]\n   ~~~',
    '> - ```\n>   <soft>\n>   ```',
    '\\[pause] and \\<soft>',
  ];
  for (const text of texts) {
    it(JSON.stringify(text), () => assert.equal(whole(text), text));
  }
});

describe('while more is to come', () => {
  const cases: [string, string][] = [
    ['Hello <', 'Hello '],
    ['Hello <emo', 'Hello '],
    ['Hello </whis', 'Hello '],
    ['Hello <emotion value', 'Hello '],
    ['Hello <emotion value="exc', 'Hello '],
    ['Hello <emotion value="excited" /', 'Hello '],
    ['Hello [long-pau', 'Hello '],
    ['Hello [laugh', 'Hello '],
    ['Hello (conversation en', 'Hello '],
    ['[sigh](conver', ''],
    ['Bye (conversation  en', 'Bye '],
    ['Bye (conversation\n', 'Bye '],
    ['Bye (conversation ended.', 'Bye '],
    ['Hello <emotion value="a > b', 'Hello '],
    ['Hello <emotion\nval', 'Hello '],
    ['3 < 5', '3 < 5'],
    ['if a <b and', 'if a <b and'],
    ['< slow and steady', '< slow and steady'],
    ['<slow> and steady', 'and steady'],
    ['line\r\u2028 <', 'line\r\u2028 '],
    ['[note: this', '[note: this'],
    ['[laugh](https:', '[laugh](https:'],
    ['`<emotion` and <', '`<emotion` and '],
    ['```\n<emo', '```\n<emo'],
  ];
  for (const [text, expected] of cases) {
    it(JSON.stringify(text), () => assert.equal(begun(text), expected));
  }

  const pieces = fc.constantFrom(
    ...['<emotion value="excited" />', '<soft>', '</soft>', "<break time='1s'/>", '[pause]'],
    ...['[laugh]', '(conversation ended)', 'Hi', ' ', '\n', '\n\n', '`', '```', '.', '<b>', '[x]'],
  );

  it('no part of markup is shown at any moment', () => {
    // Of code and of words nothing may be mistaken for a part.
    const text = fc.array(
      pieces.filter((piece) => !/[`b]/.test(piece) || piece.length > 3),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const said = parts.filter((part) => !part.startsWith('`')).join('');
        for (let length = 0; length <= said.length; length++) {
          assert.doesNotMatch(begun(said.slice(0, length)), /<(?!b>|b?$)|\[(?!x\]|x?$)|\(/);
        }
      }),
    );
  });

  it('all that is said in the end is what the whole text says', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        assert.equal(begun(`${text}\n\n`).trimEnd(), whole(`${text}\n\n`).trimEnd());
      }),
    );
  });

  it('takes no long time for what never ends', () => {
    const signs = [
      '<',
      '[',
      '(',
      '`',
      '` ``',
      '` `` ```',
      '<emotion a="',
      '<slow a="\'',
      '<break a=b ',
      '\\',
      '```\n',
      '- ```\n',
      '> ',
      ' \t',
    ];
    for (const sign of signs) {
      const text = sign.repeat(100_000);
      const startedAtMs = performance.now();
      begun(text);
      whole(text);
      assert.ok(performance.now() - startedAtMs < 2_000, sign);
    }
  });
});
