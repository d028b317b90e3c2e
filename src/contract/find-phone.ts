// The number under which the site can be called: the page's setting, or the link that was the launcher's label
// before there was a launcher.

import type { Settings } from './settings.ts';
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
  const links = [...element.querySelectorAll('a[href], a[data-href]')];
  const addresses = links
    .filter((link) => !link.closest('[slot]'))
    .map(
      (link) => [link, link.getAttribute('href') ?? link.getAttribute('data-href') ?? ''] as const,
    );
  const [label, address = ''] = addresses.find(([, each]) => /^tel:/i.test(each)) ?? [];
  if (!label) return null;
  const number = readPhoneNumber(decode(address));
  const read = readPhoneNumber(label.textContent);
  return number && read?.href === number.href ? read : number;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
