// Looks whether the files lie where the person says, and whether they are those of this build.

import { asFolder, type Release } from './release.ts';

export type FilesCheck = 'same' | 'other' | 'unreachable';

export interface CheckedFiles {
  readonly check: FilesCheck;
  /** The hashes of the files that lie there. */
  readonly integrity: Release['integrity'];
}

const longestWaitMs = 5_000;
const entry = 'telnyx-ai-call.js';

export async function checkFiles(
  filesUrl: string,
  built: Release['integrity'],
): Promise<CheckedFiles> {
  try {
    const response = await fetch(`${asFolder(filesUrl)}integrity.json`, {
      signal: AbortSignal.timeout(longestWaitMs),
      credentials: 'omit',
      cache: 'no-cache',
    });
    const integrity: unknown = await response.json();
    if (!isIntegrity(integrity)) return { check: 'unreachable', integrity: built };
    return { check: integrity[entry] === built[entry] ? 'same' : 'other', integrity };
  } catch {
    return { check: 'unreachable', integrity: built };
  }
}

function isIntegrity(value: unknown): value is Release['integrity'] {
  return (
    typeof value === 'object' &&
    value !== null &&
    entry in value &&
    Object.values(value).every((hash) => typeof hash === 'string' && /^sha384-[\w+/=]+$/.test(hash))
  );
}
