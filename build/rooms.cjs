// The rooms of src/ and who may use whom, for dependency-cruiser (`npm run lint`): lower rooms only, types
// included. docs/architecture.md says what each room is for.

/** From the top floor down: what each room may import besides its own files. */
const mayImport = {
  // Its code is there before a visitor wants anything: of the lazy rooms it takes types, and the files that fetch them.
  element: ['assistant', 'call', 'contract', 'platform', 'i18n', 'core'],
  assistant: ['panel', 'typing', 'call', 'dialogue', 'contract', 'platform', 'core'],
  panel: ['typing', 'call', 'dialogue', 'contract', 'platform', 'i18n', 'core'],
  typing: ['call', 'dialogue', 'contract', 'platform', 'core'],
  call: ['dialogue', 'contract', 'telnyx', 'platform', 'core'],
  dialogue: ['contract', 'platform', 'core'],
  contract: ['i18n', 'core'],
  telnyx: ['platform', 'core'],
  platform: ['core'],
  i18n: ['core'],
  core: [],
};

/** Rooms within rooms. */
const innerRooms = {
  'panel/dialogue': [
    'panel/face',
    'panel/reach',
    'panel/rich-text',
    'panel',
    'typing',
    'call',
    'dialogue',
    'contract',
    'platform',
    'i18n',
    'core',
  ],
  'panel/face': ['panel', 'typing', 'call', 'dialogue', 'contract', 'platform', 'i18n', 'core'],
  'panel/form': ['panel', 'i18n', 'core'],
  'panel/reach': ['panel', 'call', 'contract', 'platform', 'i18n', 'core'],
  'panel/typing': ['panel', 'typing', 'contract', 'i18n', 'core'],
  'panel/rich-text': ['platform'],
  'core/call': ['core/dialogue', 'core'],
  'core/dialogue': ['core'],
};

/** Who may use a package; all others may not. */
const packages = {
  '@telnyx/webrtc': ['telnyx'],
  'lit|lit-html': ['panel'],
  marked: ['panel/rich-text'],
  'eventsource-parser': ['typing'],
};

const filesOf = (rooms) => `^src/(${rooms.join('|')})/`;
const directlyIn = (room) => `^src/${room}/[^/]+$`;

const roomRules = Object.entries(mayImport).map(([room, allowed]) => ({
  name: `${room}-imports-lower-rooms`,
  comment: `src/${room} may import only its own files and ${allowed.join(', ') || 'nothing else'}.`,
  severity: 'error',
  from: { path: filesOf([room]) },
  to: { path: '^src/', pathNot: filesOf([room, ...allowed]) },
}));

const innerRules = Object.entries(innerRooms).map(([room, allowed]) => ({
  name: `${room}-imports-lower-rooms`,
  comment: `src/${room} may import only its own files and ${allowed.join(', ') || 'nothing else'}.`,
  severity: 'error',
  from: { path: filesOf([room]) },
  to: {
    path: '^src/',
    pathNot: [
      filesOf([room]),
      ...allowed.map((each) =>
        each in mayImport && room.startsWith(each) ? directlyIn(each) : filesOf([each]),
      ),
    ],
  },
}));

const packageRules = Object.entries(packages).map(([name, rooms]) => ({
  name: `${name.split('|')[0]}-is-for-${rooms.join('-')}`,
  comment: `Only src/${rooms.join(', src/')} knows the package ${name}.`,
  severity: 'error',
  from: { path: '^src/', pathNot: filesOf(rooms) },
  to: { path: `node_modules/(${name})/` },
}));

module.exports = {
  forbidden: [
    {
      name: 'no-circle',
      comment: 'No file may come back to itself by its imports, types included.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    ...roomRules,
    ...innerRules,
    ...packageRules,
    {
      name: 'lazy-code-is-fetched',
      comment:
        'The eager code, the entries included, takes types of the lazy rooms, and their load-….ts files; nothing else.',
      severity: 'error',
      from: { path: [filesOf(['element', 'contract']), '^src/[^/]+$'] },
      to: {
        path: filesOf(['assistant', 'panel', 'typing', 'call', 'dialogue', 'telnyx']),
        pathNot: '/load-[^/]+[.]ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'only-the-script-tag-registers',
      comment: 'define.ts registers the element: only cdn.ts may import it.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/cdn[.]ts$' },
      to: { path: '^src/define[.]ts$' },
    },
    {
      name: 'each-folder-is-a-room',
      comment:
        'A new folder of src/ needs a line in mayImport; until then its files may import nothing.',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: filesOf(Object.keys(mayImport)) },
      to: {},
    },
    {
      name: 'nothing-lies-about',
      comment: 'Every file is used by another one, or is an entry.',
      severity: 'error',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
    {
      name: 'server-is-a-package',
      comment: 'server/ knows only itself.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(src|demo|gateway|test|build|bench)/' },
    },
    {
      name: 'gateway-runs-in-both-homes',
      comment:
        'Only gateway/node/ may use Node and packages, only gateway/page/ what a page has. All other files run in both.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/(node|page)/' },
      to: { path: ['^gateway/(node|page)/', 'node_modules/', '^(src|demo|test)/'] },
    },
    {
      name: 'gateway-needs-no-node',
      comment: 'Only gateway/node/ may import modules of Node.',
      severity: 'error',
      from: { path: '^gateway/', pathNot: '^gateway/node/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
    },
  },
};
