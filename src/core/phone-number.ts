// A phone number as people write it, and the address under which a dialler takes it. Pure.

export interface PhoneNumber {
  readonly written: string;
  readonly href: string;
}

const separators = String.raw`\s().\-\u2010-\u2015\u2212/·`;
/** The number; then an extension, or what is dialled after a pause. */
const pattern = new RegExp(
  String.raw`^(\+?)([\d${separators}]+?)(?:(?:;\s*)?(?:ext(?:ension)?\.?|x)\s*[:=]?\s*(\d{1,8})|([,;]+[\d,;*#]*))?$`,
  'i',
);
/** E.164 has 15 at most, and some countries dial two before it. */
const digitLimits = { fewest: 3, most: 17 };

/** @returns `null`: it is no phone number. */
export function readPhoneNumber(text: string): PhoneNumber | null {
  const written = toPlainText(text);
  const [, plus = '', main = '', extension, afterPause = ''] = pattern.exec(written) ?? [];
  // "(0)" is dialled within the country only.
  const digits = (plus ? main.replace('(0)', '') : main).replace(/\D/g, '');
  if (digits.length < digitLimits.fewest || digits.length > digitLimits.most) return null;
  const rest = extension ? `;ext=${extension}` : afterPause.replaceAll('#', '%23');
  return { written, href: `tel:${plus}${digits}${rest}` };
}

/** Without signs that are not seen, and with the digits that all diallers know. */
function toPlainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .trim()
    .replace(/^tel:/i, '')
    .trim();
}
