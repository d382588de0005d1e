import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Core gets clock and chance as arguments, so that a rule can be asked about any moment. */
const NO_CLOCK_NO_CHANCE = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Core takes a Clock as an argument.' },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Core takes a Clock as an argument.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Core takes ids as an argument.',
  },
];

/** A page with a strict Content-Security-Policy refuses inline styles and Trusted Types refuses strings as HTML. */
const CSP_SAFE = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle=/]',
    message: 'Inline styles break a strict Content-Security-Policy: use a class, a part or a custom property.',
  },
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(innerHTML|outerHTML|cssText)$/]',
    message: 'Breaks Trusted Types or a strict Content-Security-Policy: render a template.',
  },
];

const NO_ENUM_NO_NAMESPACE = [
  { selector: 'TSEnumDeclaration', message: 'Write a const object or a union of literals.' },
];

const PAGE = ['document', 'window', 'navigator', 'localStorage', 'customElements'];

export default defineConfig(
  {
    ignores: ['**/dist/', '**/node_modules/', '**/storybook-static/', '.cache/', 'test/bench/vendor/', '**/*.d.ts'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { 'no-control-regex': 'off' } }, // Files and feeds are full of them, and the rules name them.
  {
    files: ['**/*.{ts,tsx}'],
    extends: [ts.configs.strictTypeChecked, ts.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': 'off', // Interfaces for shapes, types for unions of them.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-generated-empty-object-type': 'off',
      '@typescript-eslint/no-misused-spread': 'off', // Code points are what feeds and files are about.
      '@typescript-eslint/non-nullable-type-assertion-style': 'off', // It asks for the `!` that another rule refuses.
      // There are no enums, and classes are no shapes: a third of the time of all rules together for nothing.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off', // `emit<Detail>(…)` says what listeners get.
      '@typescript-eslint/require-await': 'off', // A port that promises may answer at once, and must reject, not throw.
      '@typescript-eslint/only-throw-error': ['error', { allowThrowingAny: true, allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true, boolean: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      'no-restricted-syntax': ['error', ...NO_ENUM_NO_NAMESPACE],
    },
  },
  {
    files: ['packages/*/src/**/*.ts'],
    rules: { 'max-lines': ['error', { max: 300 }], 'no-console': 'error', eqeqeq: 'error' },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_ENUM_NO_NAMESPACE, ...NO_CLOCK_NO_CHANCE] },
  },
  {
    files: ['packages/elements/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'EnrollkitElement'] } },
    rules: {
      'no-restricted-syntax': ['error', ...NO_ENUM_NO_NAMESPACE, ...CSP_SAFE],
      'wc/guard-super-call': 'off', // Lit's base class has every callback.
    },
  },
  {
    // Elements warn the page's author about a wrong property, and have nobody else to tell.
    files: ['packages/elements/src/**/*.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['demo/**/*.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...NO_ENUM_NO_NAMESPACE, ...CSP_SAFE] },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'stories/**/*.ts'],
    rules: {
      // A test that expects what isn't there fails anyhow; chai's assertions are expressions.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-empty-function': 'off',
      // Backends of hosts reject with whatever they like; elements must cope.
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/prefer-promise-reject-errors': 'off',
      // Open WC types `equal` as a promise, for snapshots only. `accessible()` is one and must be awaited.
      '@typescript-eslint/no-floating-promises': [
        'error',
        { allowForKnownSafeCalls: [{ from: 'package', package: 'chai', name: 'Equal' }] },
      ],
      '@typescript-eslint/no-unused-expressions': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'off',
    },
  },
  {
    files: ['**/*.{js,mjs}'],
    rules: { 'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }] },
    languageOptions: {
      // Scripts run in this very Node; the demo's and the tests' in a page.
      globals: Object.fromEntries(
        [...Object.getOwnPropertyNames(globalThis), ...PAGE].map((name) => [name, 'readonly']),
      ),
    },
  },
);
