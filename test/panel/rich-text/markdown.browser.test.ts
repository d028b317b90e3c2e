import { expect } from '@open-wc/testing';
import { addresses, elementNames, links, markdown, shape } from './rich-text-page.ts';

const safeElements = ['a', 'blockquote', 'br', 'code', 'em', 'hr', 'li', 'ol', 'p', 'pre'];
const allElements = [...safeElements, 'strong', 'ul'];

describe('Markdown in an answer', () => {
  for (const [text, expected] of [
    ['plain', 'p(plain)'],
    ['one\ntwo', 'p(one\ntwo)'],
    ['one  \ntwo', 'p(one' + 'br()two)'],
    ['one\n\ntwo', 'p(one)p(two)'],
    ['*a* _b_', 'p(em(a) em(b))'],
    ['**a** __b__', 'p(strong(a) strong(b))'],
    ['***a***', 'p(em(strong(a)))'],
    ['`a < b`', 'p(code(a < b))'],
    ['```js\na < b && c\n  d\n```', 'pre(code(a < b && c\n  d))'],
    ['```\nnot closed', 'pre(code(not closed))'],
    ['- a\n- b **c**', 'ul(li(a)li(b strong(c)))'],
    ['- a\n\n- b', 'ul(li(p(a))li(p(b)))'],
    ['- a\n  - b', 'ul(li(aul(li(b))))'],
    ['1. a\n2. b', 'ol(li(a)li(b))'],
    ['# a *b*', 'p(strong(a em(b)))'],
    ['a\n---', 'p(strong(a))'],
    ['> a\n> b', 'blockquote(p(a\nb))'],
    ['> > a', 'blockquote(blockquote(p(a)))'],
    ['a\n\n---\n\nb', 'p(a)hr()p(b)'],
    ['[a](https://example.com)', 'p(a(a))'],
    ['[**a** `b`](https://example.com)', 'p(a(strong(a) code(b)))'],
    ['<https://example.com>', 'p(a(https://example.com))'],
    ['see https://example.com/_a_/.', 'p(see a(https://example.com/_a_/).)'],
    ['**https://example.com**', 'p(strong(a(https://example.com)))'],
    ['[a]: https://example.com\n\n[a]', 'p([a]: a(https://example.com))p(a(a))'],
    ['~5 or ~6, ~~a~~', 'p(~5 or ~6, ~~a~~)'],
    ['\\*a\\*', 'p(*a*)'],
    ['![a](https://example.com/a.png)', 'p(![a](a(https://example.com/a.png)))'],
    ['|a|b|\n|-|-|\n|*1*|2|', 'p(|a|b|\n|-|-|\n|*1*|2|)'],
    ['a <b>**b**</b>', 'p(a <b>strong(b)</b>)'],
    ['<div>\n*a*\n</div>', 'p(<div>\n*a*\n</div>)'],
    ['- [x] a', 'ul(li([x] a))'],
    ['a < b & c', 'p(a < b & c)'],
    ['a &lt; b &amp; c &#39;d&#x27; &copy;', "p(a < b & c 'd' &copy;)"],
    ['`&lt;`', 'p(code(&lt;))'],
    ['"a" \'b\'', 'p("a" \'b\')'],
    ['me@example.com www.example.com', 'p(me@example.com www.example.com)'],
  ] as const) {
    it(`shows ${JSON.stringify(text)}`, () => {
      expect(shape(markdown(text))).to.equal(expected);
    });
  }

  it('says where a link goes whose text does not', () => {
    const [named, written] = links(markdown('[here](https://example.com/a) https://example.com'));
    expect(named?.title).to.equal('https://example.com/a');
    expect(named?.rel).to.equal('noopener noreferrer');
    expect(named?.target).to.equal('_blank');
    expect(written?.hasAttribute('title')).to.be.false;
  });

  for (const [text, expected] of [
    ['[https://bank.example](https://evil.example)', 'https://bank.example (evil.example)'],
    ['[bank.example/login](https://evil.example)', 'bank.example/login (evil.example)'],
    ['[Go to bank.example now](https://evil.example)', 'Go to bank.example now (evil.example)'],
    ['[**bank**.example](https://evil.example)', 'bank.example (evil.example)'],
    ['[bank\\.example](https://evil.example)', 'bank.example (evil.example)'],
    ['[`https://bank.example`](https://evil.example)', 'https://bank.example (evil.example)'],
    ['[bank&#46;example](https://evil.example)', 'bank.example (evil.example)'],
    ['[bank．example](https://evil.example)', 'bank．example (evil.example)'],
    ['[bank。example](https://evil.example)', 'bank。example (evil.example)'],
    ['[b\u200Bank.example](https://evil.example)', 'bank.example (evil.example)'],
    ['[\u202Eelpmaxe.knab\u202C](https://evil.example)', 'elpmaxe.knab (evil.example)'],
    ['[(https://bank.example)](https://evil.example)', '(https://bank.example) (evil.example)'],
    ['[http://1.2.3.4/](https://evil.example)', 'http://1.2.3.4/ (evil.example)'],
    [
      '[https://bank.example@evil.example](https://evil.example)',
      'https://bank.example@evil.example (evil.example)',
    ],
    [
      '[https://bank.example\\@evil.example](https://evil.example)',
      'https://bank.example@evil.example (evil.example)',
    ],
    [
      '[evil.example.bank.example](https://evil.example)',
      'evil.example.bank.example (evil.example)',
    ],
    [
      '[bank.example](https://bank.example.evil.example)',
      'bank.example (bank.example.evil.example)',
    ],
    ['[bank.example∕login](https://evil.example)', 'bank.example∕login (evil.example)'],
    ['[bank.example(secure)](https://evil.example)', 'bank.example(secure) (evil.example)'],
    ['[bank.example—login](https://evil.example)', 'bank.example—login (evil.example)'],
    ['[bank . example](https://evil.example)', 'bank . example (evil.example)'],
    ['[bank. example](https://evil.example)', 'bank. example (evil.example)'],
    ['[bank‧example](https://evil.example)', 'bank‧example (evil.example)'],
    ['[bankꓸexample](https://evil.example)', 'bankꓸexample (evil.example)'],
    ['[a/bank.example](https://evil.example)', 'a/bank.example (evil.example)'],
    ['[192.0.2.1](https://evil.example)', '192.0.2.1 (evil.example)'],
    ['[javascript:alert\\(1\\)](https://evil.example)', 'javascript:alert(1) (evil.example)'],
    [
      '[evil.example\\@bank.example](https://evil.example)',
      'evil.example@bank.example (evil.example)',
    ],
    ['[a.example/b.example](https://a.example/b.example)', 'a.example/b.example'],
    ['[a.example.](https://a.example)', 'a.example.'],
    ['[Note: it ends. Then more](https://a.example)', 'Note: it ends. Then more'],
    ['[version 1.2.3](https://a.example)', 'version 1.2.3'],
    ['[аррӏе.com](https://аррӏе.com)', 'аррӏе.com (xn--80ak6aa92e.com)'],
    ['https://аррӏе.com/a', 'https://аррӏе.com/a (xn--80ak6aa92e.com)'],
    ['<https://аррӏе.com>', 'https://аррӏе.com (xn--80ak6aa92e.com)'],
    ['[here](https://evil.example)', 'here'],
    ['[about 3.5 km, e.g. here.](https://a.example)', 'about 3.5 km, e.g. here.'],
    ['[a.example](https://www.a.example/b.pdf)', 'a.example'],
    ['[https://A.example/b.pdf](https://a.example/b.pdf)', 'https://A.example/b.pdf'],
    ['[See www.a.example/b.pdf.](https://a.example/b.pdf)', 'See www.a.example/b.pdf.'],
    ['https://a.example:8080/b.c', 'https://a.example:8080/b.c'],
  ] as const) {
    it(`shows where a link goes whose text is another address: ${text}`, () => {
      const place = markdown(text);
      expect(links(place)).to.have.length(1);
      expect(place.textContent).to.equal(expected);
    });
  }

  it('isolates that from the text, which may be written from right to left', () => {
    const [link] = links(markdown('[אבג.example](https://evil.example)'));
    expect(link?.querySelector('bdi')?.dir).to.equal('ltr');
  });

  it('counts a list from where it starts', () => {
    expect(markdown('3. a').querySelector('ol')?.start).to.equal(3);
    expect(markdown('0. a').querySelector('ol')?.start).to.equal(0);
  });

  it('lets the keyboard scroll code', () => {
    expect(markdown('```\na\n```').querySelector('pre')?.tabIndex).to.equal(0);
  });
});

describe('hostile Markdown', () => {
  for (const text of [
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    'a <img src=x onerror="alert(1)"> b',
    '<a href="javascript:alert(1)">a</a>',
    '<svg onload=alert(1)>',
    '<!-- a -->',
    '<style>* { display: none }</style>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '[a](javascript:alert(1))',
    '[a](<javascript:alert(1)>)',
    '[a]( JaVaScRiPt:alert(1) "title")',
    '[a](data:text/html;base64,PHNjcmlwdD4=)',
    '[a](vbscript:a)',
    '[a](//example.com)',
    '[a](/path)',
    '[a](https://user:secret@example.com)',
    '<javascript:alert(1)>',
    '<data:text/html,a>',
    '<https://user:secret@example.com>',
    '![a](javascript:alert(1))',
  ]) {
    it(`stays text: ${text}`, () => {
      const place = markdown(text);
      expect(place.textContent).to.equal(text);
      expect(elementNames(place)).to.deep.equal(['p']);
    });
  }

  for (const text of [
    '[a][b]\n\n[b]: javascript:alert(1)',
    '[a][]\n\n[a]: <javascript:alert(1)>',
    '[a]\n\n[a]: data:text/html,a "title"',
    '[a](javascript&#58;alert(1))',
    '[a](javascript&colon;alert(1))',
    '[a](java&#x0A;script:alert(1))',
    '[![a](javascript:alert(1))](javascript:alert(1))',
    '[](https://example.com "nothing to click on, but an address")'.replace('https', 'javascript'),
  ]) {
    it(`makes no link: ${JSON.stringify(text)}`, () => {
      expect(addresses(markdown(text))).to.deep.equal([]);
    });
  }

  it('puts no link into a link', () => {
    const place = markdown('[a https://b.example ![c](https://c.example)](https://d.example)');
    expect(place.querySelector('a a')).to.equal(null);
  });

  it('shows a link that has nothing to click on', () => {
    const place = markdown('[\u200B](https://example.com)');
    expect(place.textContent).to.equal('[\u200B](https://example.com)');
  });

  it('reorders nothing, however it is written', () => {
    const text = '\u202Ea &#x202E;b `\u2066c` [d\u200B\u202Ee](https://example.com)\n\n    \u202Df';
    expect(markdown(text).textContent).to.equal('a b c def');
  });

  for (const [name, of] of [
    ['brackets', (length: number) => '['.repeat(length)],
    ['asterisks', (length: number) => '*'.repeat(length)],
    ['emphasis', (length: number) => 'a*'.repeat(length / 2)],
    ['unequal emphasis', (length: number) => '**a *b'.repeat(length / 6)],
    [
      'nested emphasis',
      (length: number) => '*a **b '.repeat(length / 14) + 'c** d*'.repeat(length / 14),
    ],
    ['underscores', (length: number) => '_'.repeat(length)],
    ['backticks', (length: number) => 'a`'.repeat(length / 2)],
    ['quotations', (length: number) => '>'.repeat(length)],
    ['lists in lists', (length: number) => '- '.repeat(length / 2) + 'a'],
    ['numbers', (length: number) => '1. '.repeat(length / 3) + 'a'],
    ['items', (length: number) => '- a\n'.repeat(length / 4)],
    ['long items', (length: number) => '- aaaaaaaaaaaaaaaa\n'.repeat(length / 19)],
    ['links', (length: number) => '[a]('.repeat(length / 4)],
    ['pictures', (length: number) => '![a]('.repeat(length / 5) + ')'.repeat(length / 5)],
    ['definitions', (length: number) => '[a]: b\n'.repeat(length / 7)],
    ['tags', (length: number) => '<a '.repeat(length / 3)],
    ['one word', (length: number) => 'a'.repeat(length)],
    ['steps', nestedLists],
  ] as const) {
    for (const length of [19_000, 100_000]) {
      it(`is read at once: ${length} characters of ${name}`, () => {
        const text = of(length);
        const startMs = performance.now();
        const place = markdown(text);
        const durationMs = performance.now() - startMs;
        if (durationMs > 100) console.log(`${name}, ${length}: ${Math.round(durationMs)} ms`);
        expect(allElements).to.include.members(elementNames(place));
        expect(durationMs).to.be.below(3_000);
      });
    }
  }

  it('that is nested too deep is shown as it was written', () => {
    const place = markdown(`${'> '.repeat(30)}a`);
    expect(place.querySelectorAll('blockquote')).to.have.length(20);
    expect(place.textContent).to.match(/^(> ?){10}a$/);
  });
});

function nestedLists(length: number): string {
  const lines: string[] = [];
  for (let depth = 0, size = 0; size < length; depth += 1) {
    lines.push(`${'  '.repeat(depth)}- a`);
    size += 2 * depth + 4;
  }
  return lines.join('\n');
}
