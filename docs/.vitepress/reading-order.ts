// The documents, in the order in which they are read. Each becomes a page of the site, all of them in one folder.

interface Chapter {
  readonly title: string;
  /** Where a document is in the project, and what the list of pages calls it. */
  readonly documents: Readonly<Record<string, string>>;
}

export const chapters: readonly Chapter[] = [
  {
    title: 'Set it up',
    documents: {
      'README.md': 'Overview',
      'docs/start.md': 'Start',
      'docs/look.md': 'Look',
      'docs/languages.md': 'Words and languages',
      'docs/conversations.md': 'Conversations',
      'docs/typing.md': 'Typing first',
      'docs/users.md': 'Users and tokens',
      'docs/tools.md': 'Tools',
    },
  },
  {
    title: 'Answer for it',
    documents: {
      'docs/consent.md': 'Consent and privacy',
      'docs/consent-managers.md': 'Recipes for banners',
      'docs/security.md': 'Security',
      'docs/threat-model.md': 'Threat model',
      'SECURITY.md': 'Reporting a weakness',
      'docs/sites.md': 'Sites',
      'docs/errors.md': 'Errors and troubleshooting',
      'docs/cost.md': 'Cost and abuse',
      'docs/accessibility.md': 'Accessibility',
      'docs/browsers.md': 'Browsers',
      'docs/speed.md': 'Speed',
    },
  },
  {
    title: 'Look it up',
    documents: {
      'docs/reference.md': 'Reference',
      'docs/faults.md': 'Faults, moment by moment',
      'docs/studio.md': 'Studio',
      'docs/check.md': 'Check',
      'docs/check-reports.md': 'What the check says',
      'docs/production.md': 'Production',
    },
  },
  {
    title: 'Change it',
    documents: {
      'docs/architecture.md': 'Architecture',
      'docs/design.md': 'Decisions',
      'docs/telnyx.md': 'Telnyx: what is known',
      'docs/peers.md': 'Beside other widgets',
      'docs/developing.md': 'Developing',
      'CONTRIBUTING.md': 'Contributing',
      'docs/changes.md': 'Changes and upgrading',
      'CHANGELOG.md': 'Changelog',
    },
  },
];

export const documents: readonly string[] = chapters.flatMap((chapter) =>
  Object.keys(chapter.documents),
);

/** The page of a document, such as `look.md` of `docs/look.md`. */
export function pageOf(document: string): string {
  if (document === 'README.md') return 'index.md';
  // Some file systems make no difference between it and `docs/security.md`.
  if (document === 'SECURITY.md') return 'reporting.md';
  return document.replace(/^docs\//, '').toLowerCase();
}
