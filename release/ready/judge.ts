// Judges whether a version can be released, a line for each thing that must hold.

import { bumpFor, compareShapes, isAtLeast } from '../api/shape.ts';
import type { Repository } from './repository.ts';

export interface Line {
  readonly what: string;
  /** What is wrong, and what to do; nothing, if it holds. */
  readonly fault: string | undefined;
}

/** @param today as `2026-11-28`. */
export function judgeRepository(repository: Repository, today: string): Line[] {
  const { versions, uncommitted } = repository;
  const version = versions['package.json'] ?? '';
  const others = Object.entries(versions).filter(([, each]) => each !== version);
  return [
    {
      what: 'everything is committed',
      fault: uncommitted.length > 0 ? `Commit or remove: ${uncommitted.join(', ')}` : undefined,
    },
    {
      what: `the version is ${version}, everywhere`,
      fault:
        others.length > 0
          ? `Set ${others.map(([path, each]) => `${path} (${each})`).join(', ')} to ${version}.`
          : undefined,
    },
    { what: 'the changelog has it, with its day', fault: changelogFault(repository, today) },
    { what: `the tag v${version} is free, or on this commit`, fault: tagFault(repository) },
    { what: 'the version goes as far as the API has changed', fault: apiFault(repository) },
  ];
}

function changelogFault({ changelog, versions }: Repository, today: string): string | undefined {
  const version = versions['package.json'] ?? '';
  const headings = [...changelog.matchAll(/^## \[([^\]]+)\](?: - (.+))?$/gm)];
  const [first] = headings;
  if (headings.some(([, name]) => name === 'Unreleased')) {
    return `Replace the heading [Unreleased] in CHANGELOG.md by: ## [${version}] - ${today}`;
  }
  if (first?.[1] !== version) {
    return `Begin CHANGELOG.md with what is new: ## [${version}] - ${today}`;
  }
  const day = first[2] ?? '';
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || Number.isNaN(Date.parse(day))) {
    return `Give [${version}] in CHANGELOG.md its day, as ${today}.`;
  }
  return day > today ? `[${version}] in CHANGELOG.md has a day to come: ${day}.` : undefined;
}

function tagFault({ tagged, commit, versions }: Repository): string | undefined {
  if (tagged === undefined || tagged === commit) return undefined;
  return `v${versions['package.json']} is on ${tagged.slice(0, 8)} already. A version is released once: take the next one.`;
}

function apiFault({ api, earlier, versions }: Repository): string | undefined {
  if (!earlier) return undefined;
  const version = versions['package.json'] ?? '';
  const changes = compareShapes(earlier.api, api);
  const bump = bumpFor(changes, earlier.version);
  if (isAtLeast(bump, earlier.version, version)) return undefined;
  const [gone] = [...changes.removed, ...changes.changed, ...changes.added];
  const cause = gone ? ` (${gone}, …)` : '';
  return `Since ${earlier.version} the API demands a ${bump} version${cause}, and ${version} is none.`;
}

export function inLines(lines: readonly Line[]): string {
  return lines
    .map(({ what, fault }) => (fault === undefined ? `✔ ${what}` : `✖ ${what}\n    ${fault}`))
    .join('\n');
}
