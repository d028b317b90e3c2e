// Asks the registry for known advisories against what reaches others: the dependencies of the package, which are all that
// is in the script tag's files, and those of the server. A registry that does not answer is told apart from a clean one.

import { execFile } from 'node:child_process';

export type Advisories =
  | { readonly kind: 'answered'; readonly found: readonly string[] }
  | { readonly kind: 'unanswered'; readonly why: string };

interface Report {
  readonly auditReportVersion?: number;
  readonly vulnerabilities?: Readonly<Record<string, Vulnerable>>;
  readonly message?: string;
  readonly error?: { readonly summary?: string; readonly code?: string };
}

interface Vulnerable {
  readonly name: string;
  /** Advisories, and names of packages that bring the weakness along. */
  readonly via: readonly (string | Advisory)[];
}

interface Advisory {
  readonly title: string;
  readonly severity: string;
  readonly url: string;
  readonly range: string;
}

export const shippedFolders = ['.', 'server'];

export async function askForAdvisories(folder: string): Promise<Advisories> {
  const output = await audit(folder);
  const { auditReportVersion, vulnerabilities = {}, message, error } = parse(output);
  if (auditReportVersion === undefined) {
    const why = message ?? error?.summary ?? (output.trim() || 'npm audit said nothing.');
    return { kind: 'unanswered', why };
  }
  const found = Object.values(vulnerabilities).flatMap(({ name, via }) =>
    via
      .filter((each) => typeof each !== 'string')
      .map(({ range, title, severity, url }) => `${name} ${range}: ${title} (${severity}) ${url}`),
  );
  return { kind: 'answered', found };
}

/** npm's exit code says the same for advisories and for a registry that does not answer. */
function audit(folder: string): Promise<string> {
  const parameters = ['audit', '--omit=dev', '--package-lock-only', '--json'];
  return new Promise((resolve) => {
    execFile('npm', parameters, { cwd: folder }, (_, stdout) => resolve(stdout));
  });
}

function parse(output: string): Report {
  try {
    return JSON.parse(output) as Report;
  } catch {
    return {};
  }
}
