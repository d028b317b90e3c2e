// What goes with a change: a card stands in the page, and what floats is no card. Whoever may type has a field for it.
// Of a snippet or an address of the portal, the assistant's ID is taken.

const wholeId = /assistant-[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}/i;

export function withConsequences(
  changes: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const { launcher, mode, placement } = changes;
  const [id] = wholeId.exec(changes['assistant-id'] ?? '') ?? [];
  if (id !== undefined) return { ...changes, 'assistant-id': id };
  if (launcher === 'card') return { ...changes, placement: 'inline' };
  if (placement !== undefined && placement !== 'inline' && texts.get('launcher') === 'card') {
    return { ...changes, launcher: '' };
  }
  if (mode === 'both' || mode === 'text') return { ...changes, 'no-text': '' };
  return changes;
}
