// What goes with a change: a card stands in the page, and what floats is no card. Whoever may type has a field for it.

export function withConsequences(
  changes: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string>,
): Readonly<Record<string, string>> {
  const { launcher, mode, placement } = changes;
  if (launcher === 'card') return { ...changes, placement: 'inline' };
  if (placement !== undefined && placement !== 'inline' && texts.get('launcher') === 'card') {
    return { ...changes, launcher: '' };
  }
  if (mode === 'both' || mode === 'text') return { ...changes, 'no-text': '' };
  return changes;
}
