import { expect } from '@open-wc/testing';
import { safeHref } from '../../../src/panel/rich-text/links.ts';
import { looksLikeMarkdown } from '../../../src/panel/rich-text/has-markdown.ts';
import { addresses, elementNames, links, plainText, shape } from './rich-text-page.ts';

describe('text with addresses', () => {
  for (const [text, expected] of [
    ['no address', 'no address'],
    ['see https://example.com', 'see a(https://example.com)'],
    ['HTTPS://Example.com/A', 'a(HTTPS://Example.com/A)'],
    ['https://example.com. And', 'a(https://example.com). And'],
    ['is it https://example.com/a?b=c#d?!', 'is it a(https://example.com/a?b=c#d)?!'],
    ['(https://example.com/a)', '(a(https://example.com/a))'],
    ['(https://example.com/a_(b)).', '(a(https://example.com/a_(b))).'],
    ['https://example.com/?a[0]', 'a(https://example.com/?a[0])'],
    ['[https://example.com/a]', '[a(https://example.com/a)]'],
    ['"https://example.com", it said', '"a(https://example.com)", it said'],
    ['<https://example.com>', '<a(https://example.com)>'],
    ['**https://example.com**', '**a(https://example.com)**'],
    ['请看https://example.com/a。谢谢', '请看a(https://example.com/a)。谢谢'],
    ['a http://a.example, b http://b.example', 'a a(http://a.example), b a(http://b.example)'],
    ['one\n  two\n', 'one\n  two\n'],
  ] as const) {
    it(`shows ${JSON.stringify(text)}`, () => {
      expect(shape(plainText(text))).to.equal(expected);
    });
  }

  for (const text of [
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.com',
    'https://',
    'https://user@example.com',
    'https://user:secret@example.com/a',
    'xhttps://example.com',
    '<img src=x onerror=alert(1)>',
    '<script>alert(1)</script>',
    '&lt;b&gt; &amp;',
  ]) {
    it(`leaves ${text} as text`, () => {
      const place = plainText(text);
      expect(place.textContent).to.equal(text);
      expect(elementNames(place)).to.deep.equal([]);
    });
  }

  it('opens them elsewhere, and tells nobody where the visitor came from', () => {
    const [link] = links(plainText('https://example.com/a'));
    expect(link?.target).to.equal('_blank');
    expect(link?.rel).to.equal('noopener noreferrer');
    expect(link?.dir).to.equal('auto');
    expect(link?.hasAttribute('title')).to.be.false;
  });

  it('lets nothing invisible into an address, or reorder the text', () => {
    const place = plainText('\u202Eevil\u2066 https://good.example\u202E/moc\u200B');
    expect(addresses(place)).to.deep.equal(['https://good.example/']);
    expect(place.textContent).to.equal('evil https://good.example/moc\u200B');
    expect(plainText('👩‍🚀 می‌خواهم').textContent).to.equal('👩‍🚀 می‌خواهم');
  });

  it('shows no more marks on a letter than scripts have', () => {
    expect(plainText(`a${'\u0301'.repeat(1_000)}b`).textContent).to.have.length(14);
    expect(plainText('שָׁלוֹם').textContent).to.equal('שָׁלוֹם');
  });

  it('shows the letters that a server is asked for', () => {
    const place = plainText('see https://аррӏе.com/a');
    expect(place.textContent).to.equal('see https://аррӏе.com/a (xn--80ak6aa92e.com)');
  });

  it('makes no more links than somebody can follow', () => {
    const text = 'http://a.example '.repeat(2_000);
    const place = plainText(text);
    expect(links(place)).to.have.length(500);
    expect(place.textContent).to.equal(text);
  });

  for (const [name, text] of [
    ['schemes', 'http://'.repeat(14_000)],
    ['schemes with spaces', 'http:// '.repeat(12_000)],
    ['one word', 'a'.repeat(100_000)],
    ['one address', `http://a.example/${'a'.repeat(100_000)}`],
    ['closing brackets', `http://a.example${')'.repeat(100_000)}`],
    ['full stops', `http://a.example${'.'.repeat(100_000)}`],
    ['passwords', 'http://a@b '.repeat(9_000)],
  ] as const) {
    it(`reads 100 kB of ${name} at once`, () => {
      const startMs = performance.now();
      const place = plainText(text);
      const durationMs = performance.now() - startMs;
      expect(place.textContent).to.equal(text);
      // It takes 20 ms on an idle machine.
      expect(durationMs).to.be.below(500);
    });
  }
});

describe('a safe link', () => {
  it('leads to the web', () => {
    expect(safeHref('https://example.com')).to.equal('https://example.com/');
    expect(safeHref('http://münchen.example/ä')).to.equal('http://xn--mnchen-3ya.example/%C3%A4');
  });

  for (const address of [
    '',
    '/a',
    '//example.com',
    'https:example.com',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'javascript://example.com/%0Aalert(1)',
    'data:text/html,a',
    'vbscript:a',
    'blob:https://example.com/a',
    'mailto:a@example.com',
    'https://a:b@example.com',
    'https://a@example.com',
    'https://exa\u202Emple.com',
  ]) {
    it(`does not lead to ${JSON.stringify(address)}`, () => {
      expect(safeHref(address)).to.equal(null);
    });
  }
});

describe('Markdown', () => {
  for (const text of [
    'some **bold** text',
    'some *slanted* text',
    'some _slanted_ text',
    '__bold__',
    'press `Enter`',
    '- one\n- two',
    'Steps:\n1. one',
    '2) two',
    '# Title',
    '> quoted',
    '```\ncode',
    '~~~\ncode\n~~~',
    '[a](https://example.com)',
    '[a][b]',
    '<https://example.com>',
    'one\n\n---\n\ntwo',
    'a &amp; b',
  ]) {
    it(`is seen in ${JSON.stringify(text)}`, () => {
      expect(looksLikeMarkdown(text)).to.be.true;
    });
  }

  for (const text of [
    '',
    'Hello! How can I help?',
    'You owe 5 * 3 = 15 dollars - or so.',
    'It takes ~5 minutes, 2 at best.',
    'my_file_name and a_b',
    'See https://example.com/a_b_c (really).',
    'It is #1 & the best [sic].',
    '**bold** '.repeat(3_000),
    '- a\n'.repeat(3_000),
  ]) {
    it(`is not seen in ${JSON.stringify(text.slice(0, 60))}`, () => {
      expect(looksLikeMarkdown(text)).to.be.false;
    });
  }
});
