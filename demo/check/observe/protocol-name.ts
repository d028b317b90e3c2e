// Tells names of a protocol (of methods, types, fields, events) from content: words, numbers, ids, tokens.

const mostSigns = 60;
const mostDigits = 3;
/** As "gateway", "State", "ID" and "h264". A token in base64 has other humps. */
const part = /^(?:[a-z]+|(?:[a-z]{2,}|X)?(?:[A-Z][a-z]+|[A-Z]{2,4}(?![a-z])){0,3})\d*$/;

export const oddName = '(odd)';

/** The name, if it is one; "(odd)" if it may be content. */
export function toProtocolName(text: string): string {
  return isProtocolName(text) ? text : oddName;
}

function isProtocolName(text: string): boolean {
  if (text.length > mostSigns || !/^(?:[a-z_]|X-)/.test(text)) return false;
  if ((text.match(/\d/g)?.length ?? 0) > mostDigits) return false;
  return text.split(/[_.:-]/).every((each) => part.test(each));
}
