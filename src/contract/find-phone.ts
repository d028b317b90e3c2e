// The number under which the site can be called: the page's setting, or the link that was the launcher's label
// before there was a launcher.

import type { Settings } from './settings.ts';
import { labelParts } from './label-parts.ts';
import { type PhoneNumber, readPhoneNumber } from '../core/phone-number.ts';

const warned = new Set<string>();

/** `null`: none is known. */
export function findPhone(element: Element, { phone }: Settings): PhoneNumber | null {
  // Pages in JavaScript set a number, too, and anything else.
  const given: unknown = phone;
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
  return readOrWarn(text) ?? findLabel(element);
}

function readOrWarn(text: string): PhoneNumber | null {
  const number = readPhoneNumber(text);
  if (!number && text.trim() && !warned.has(text)) {
    warned.add(text);
    console.warn(`<telnyx-ai-call> cannot read phone="${text}" as a phone number`);
  }
  return number;
}

function findLabel(element: Element): PhoneNumber | null {
  const label = labelParts(element).find((part) => /^tel:/i.test(addressOf(part)));
  const number = label ? readPhoneNumber(decode(addressOf(label))) : null;
  const read = number && readPhoneNumber(label?.textContent ?? '');
  return read?.href === number?.href ? read : number;
}

function addressOf(link: Element): string {
  return link.getAttribute('href') ?? link.getAttribute('data-href') ?? '';
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
