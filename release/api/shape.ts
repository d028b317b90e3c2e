// The shape of the public API as names with a text each, what has changed between two of them, and which version
// that demands.

export type Facts = Readonly<Record<string, string>>;

/** By group: attributes, events, the types of an entry point … */
export type Shape = Readonly<Record<string, Facts>>;

export interface Changes {
  readonly removed: readonly string[];
  readonly changed: readonly string[];
  readonly added: readonly string[];
}

export type Bump = 'major' | 'minor' | 'patch';

export function compareShapes(before: Shape, now: Shape): Changes {
  const removed: string[] = [];
  const changed: string[] = [];
  const added: string[] = [];
  for (const group of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const was = before[group] ?? {};
    const is = now[group] ?? {};
    for (const name of new Set([...Object.keys(was), ...Object.keys(is)])) {
      const [old, young] = [was[name], is[name]];
      const place = `${group}: ${name}`;
      if (young === undefined) removed.push(place);
      else if (old === undefined) added.push(`${place}: ${young}`);
      else if (old !== young) changed.push(`${place}: was ${old}, is ${young}`);
    }
  }
  return { removed, changed, added };
}

/** Semantic versions: while the first number is 0, the second one tells of what breaks a page. */
export function bumpFor({ removed, changed, added }: Changes, version: string): Bump {
  const breaks = removed.length + changed.length > 0;
  if (breaks) return version.startsWith('0.') ? 'minor' : 'major';
  return added.length > 0 ? 'minor' : 'patch';
}

/** @returns whether going from one version to the other is at least that bump. */
export function isAtLeast(bump: Bump, from: string, to: string): boolean {
  const [old, young] = [numbersOf(from), numbersOf(to)];
  const first = young.findIndex((number, index) => number !== old[index]);
  const isHigher = first >= 0 && (young[first] ?? 0) > (old[first] ?? 0);
  return isHigher && first <= ['major', 'minor', 'patch'].indexOf(bump);
}

function numbersOf(version: string): number[] {
  return version.split(/[.-]/, 3).map(Number);
}

export function inWords({ removed, changed, added }: Changes): string {
  const parts = { '- ': removed, '! ': changed, '+ ': added };
  return Object.entries(parts)
    .flatMap(([sign, places]) => places.map((each) => `${sign}${each}`))
    .join('\n');
}
