// What counts as a phone number, and the address that a dialler gets.

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readPhoneNumber } from '../../src/core/phone-number.ts';

const numbers: [written: string, href: string][] = [
  ['+1 (800) 555-0199', 'tel:+18005550199'],
  ['+49 (0)30 / 123 45-67', 'tel:+49301234567'],
  ['030 1234567', 'tel:0301234567'],
  ['0049 30 1234567', 'tel:0049301234567'],
  ['112', 'tel:112'],
  ['  tel:+1.800.555.0199 ', 'tel:+18005550199'],
  ['+1 800 555 0199 ext. 42', 'tel:+18005550199;ext=42'],
  ['+1-800-555-0199 x42', 'tel:+18005550199;ext=42'],
  ['tel:+18005550199;ext=42', 'tel:+18005550199;ext=42'],
  ['+18005550199,,42#', 'tel:+18005550199,,42%23'],
  ['＋４４ ２０ ７９４６ ００００', 'tel:+442079460000'],
  ['\u202a+966 11 ٤٦٠ ٠٠٠٠\u202c', 'tel:+966114600000'],
  ['+44\u00a020\u20117946\u20130000', 'tel:+442079460000'],
];

const others = [
  '',
  '12',
  'call us',
  'javascript:alert(1)',
  'tel:javascript:alert(1)',
  'https://example.com/123456',
  '"><img src=x onerror=alert(1)>123456',
  '*21*0301234567#',
  '+1 800 555 0199 or +1 800 555 0198',
  '1'.repeat(18),
  '++18005550199',
  '800+5550199',
  '5550199@example.com',
  '5550199?x=1',
];

describe('a phone number', () => {
  for (const [written, href] of numbers) {
    it(`is "${written}", for the dialler ${href}`, () => {
      assert.equal(readPhoneNumber(written)?.href, href);
    });
  }

  for (const text of others) {
    it(`is not "${text}"`, () => {
      assert.equal(readPhoneNumber(text), null);
    });
  }

  it('takes no time to refuse a long text', () => {
    const beginMs = performance.now();
    readPhoneNumber(`${'1 '.repeat(50_000)}!`);
    assert.ok(performance.now() - beginMs < 200);
  });
});
