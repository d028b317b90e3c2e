// What the launcher's label says, in words: of what is inert, browsers leave out the words.

export function labelWords(host: Element): string {
  const parts = [...host.childNodes].filter(
    (node) => !isElement(node) || !node.hasAttribute('slot'),
  );
  return parts.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
}

function wordsOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.nodeValue ?? '';
  if (!isElement(node) || node.matches('style, script, template, [hidden]')) return '';
  const named = node.getAttribute('aria-label') ?? node.getAttribute('alt');
  // What else is typed or chosen in a field is no label.
  const written = node.matches('[type=submit], [type=button]') ? node.getAttribute('value') : null;
  return named ?? written ?? heldBy(node).map(wordsOf).join('');
}

function heldBy(element: Element): Node[] {
  const lent = (element as Partial<HTMLSlotElement>).assignedNodes?.({ flatten: true });
  return lent?.length ? lent : [...element.childNodes];
}

/** Of whichever document. */
function isElement(node: Node): node is Element {
  return node.nodeType === Node.ELEMENT_NODE;
}
