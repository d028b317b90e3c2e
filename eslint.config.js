// What the linter holds everybody to; above all, who may import whom.

import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** What a folder of src/ may import besides its own files. A folder that is not listed: nothing. */
const mayImport = {
  core: [],
  chat: ['core', 'eventsource-parser'],
  icons: ['lit'],
  i18n: ['core'],
  'i18n/languages': ['../dictionary.ts'],
  media: ['core'],
  storage: ['core'],
  session: ['core', '@telnyx/webrtc'],
  launcher: ['core', 'icons', 'i18n', '@lit/reactive-element'],
  panel: ['core', 'icons', 'i18n', 'lit', '@lit/reactive-element'],
  'panel/rich-text': ['lit', '@lit/reactive-element', 'marked'],
};

/** `core` must run, and be tested, without a browser and without waiting. */
const world = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
  ...['performance', 'fetch', 'crypto', 'console', 'globalThis'],
];

/** Only these load code lazily: what `import()` names escapes the limits above. */
const lazyLoaders = ['src/controllers/**', 'src/i18n/**', 'src/loader.ts'];

const isFile = (name) => name.startsWith('.');
const isPackage = (name) =>
  ['lit', 'marked', 'eventsource-parser'].includes(name) || name.startsWith('@');

function limitImports(folder, allowed) {
  const files = allowed.filter(isFile).map((name) => `${name.replaceAll('.', String.raw`\.`)}$`);
  const folders = allowed.filter((name) => !isPackage(name) && !isFile(name)).join('|');
  const packages = allowed.filter(isPackage).join('|');
  const open = [
    String.raw`\./`,
    ...files,
    ...(folders && [String.raw`(\.\./)+(${folders})/`]),
    ...(packages && [`(${packages})(/|$)`]),
  ];
  const message = `src/${folder} may import only ${['its own files', ...allowed].join(', ')}.`;
  return noImport({ regex: `^(?!${open.join('|')})`, message });
}

function noImport(...patterns) {
  return { '@typescript-eslint/no-restricted-imports': ['error', { patterns }] };
}

const noSdk = { regex: '^@telnyx/', message: 'Only src/session knows the SDK.' };
const noDefine = { regex: '/define.ts$', message: 'It registers the element: only cdn.ts may.' };

const noElsewhere = {
  regex: String.raw`^\.\./`,
  message: 'demo/server can be copied: it knows only itself.',
};
const noTelnyx = { regex: '^telnyx', message: 'Only telnyx-account.ts knows the package.' };

const noClock = {
  selector:
    'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  message: 'The core is told the time; it has no clock.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' };
const noLazy = { selector: 'ImportExpression', message: 'eslint.config.js says who loads lazily.' };

export default defineConfig(
  { ignores: ['dist', '.cache', 'coverage'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      'max-lines': ['error', 400],
      'no-restricted-syntax': ['error', noEnum],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      // Numbers read well in a sentence; an empty string often means "none".
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `return this.end()` is how a function ends early.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Doing nothing, on purpose, is a fine thing for a callback.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['src/**'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      ...limitImports('<an unlisted folder>', []),
      'no-restricted-syntax': ['error', noEnum, noDefault, noLazy],
    },
  },
  ...Object.entries(mayImport).map(([folder, allowed]) => ({
    files: [`src/${folder}/**`],
    rules: limitImports(folder, allowed),
  })),
  { files: ['src/*.ts', 'src/controllers/**'], rules: noImport(noSdk, noDefine) },
  { files: ['src/cdn.ts'], rules: noImport(noSdk) },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...world],
      'no-restricted-syntax': ['error', noEnum, noDefault, noLazy, noClock],
    },
  },
  { files: lazyLoaders, rules: { 'no-restricted-syntax': ['error', noEnum, noDefault] } },
  { files: ['demo/server/**'], rules: noImport(noElsewhere, noTelnyx) },
  { files: ['demo/server/telnyx-account.ts'], rules: noImport(noElsewhere) },
  {
    files: ['test/**'],
    rules: {
      // `expect(…).to.be.true`, `describe(…)` and methods put back after a test are used as meant.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test'], package: 'node:test' },
            // Open WC types chai's `equal` as a promise; `accessible()` truly is one.
            { from: 'package', name: 'Equal', package: 'chai' },
          ],
        },
      ],
    },
  },
);
