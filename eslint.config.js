// What the linter holds everybody to. Who may import whom stands in build/rooms.cjs.

import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import { configs as wc } from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import ts from 'typescript-eslint';

/** `core` must run, and be tested, without a browser and without waiting. */
const world = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage'],
  ...['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'queueMicrotask'],
  ...['performance', 'fetch', 'crypto', 'console', 'globalThis'],
];

/** Few files may fetch code in another way than by `loadOnce`, which tries again what failed. */
const otherLoaders = ['src/i18n/load-dictionary.ts', 'src/loader.ts'];

const noClock = {
  selector:
    'NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.object.name="Date"][callee.property.name="now"]',
  message: 'The core is told the time; it has no clock.',
};
const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings.' };
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Exports have names.' };
const noLazy = {
  selector:
    ':not(CallExpression[callee.name="loadOnce"] > ArrowFunctionExpression) > ImportExpression',
  message: 'Fetch code by `loadOnce(() => import(…))`.',
};
const noStateInRender = {
  selector:
    'MethodDefinition[key.name=/^(render|view|context|controls|announcements)$/] AssignmentExpression[left.object.type="ThisExpression"]:not(:function :function AssignmentExpression)',
  message: 'A rendering changes no state: it may happen twice, or be thrown away.',
};
const noTelnyx = { regex: '^telnyx', message: 'Only telnyx-account.ts knows the package.' };

export default defineConfig(
  {
    ignores: [
      'dist',
      'server/dist',
      'site-dist',
      '.cache',
      'coverage',
      '/*.js',
      '!/eslint.config.js',
    ],
  },
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
      // Numbers may be put into a text. An empty string often means "none".
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/prefer-nullish-coalescing': [
        'error',
        { ignorePrimitives: { string: true } },
      ],
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      // `return this.end()` ends a function early.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // A callback may do nothing on purpose.
      '@typescript-eslint/no-empty-function': 'off',
    },
  },
  {
    files: ['src/**'],
    extends: [lit['flat/recommended'], wc['flat/best-practice'], litA11y.configs.recommended],
    rules: {
      'max-lines': ['error', 300],
      'no-restricted-syntax': ['error', noEnum, noDefault, noLazy, noStateInRender],
    },
  },
  // The public API, most of it documentation.
  { files: ['src/element/telnyx-ai-call.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['src/core/**'],
    rules: {
      'no-restricted-globals': ['error', ...world],
      'no-restricted-syntax': ['error', noEnum, noDefault, noLazy, noClock],
    },
  },
  { files: otherLoaders, rules: { 'no-restricted-syntax': ['error', noEnum, noDefault] } },
  { files: ['server/src/**'], rules: { 'max-lines': ['error', 300] } },
  {
    files: ['server/src/**'],
    ignores: ['server/src/telnyx/telnyx-account.ts'],
    rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns: [noTelnyx] }] },
  },
  {
    files: ['test/**/*.ts', 'gateway/**/*.ts'],
    rules: {
      // `expect(…).to.be.true`, `describe(…)` and methods that are put back after a test are correct.
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', name: ['describe', 'it', 'test'], package: 'node:test' },
            // Open WC gives chai's `equal` the type of a promise. Only `accessible()` returns one.
            { from: 'package', name: 'Equal', package: 'chai' },
          ],
        },
      ],
    },
  },
);
