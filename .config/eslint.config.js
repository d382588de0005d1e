// What oxlint (.oxlintrc.json) has no rules for: templates, custom elements, and rules of our own. Without types, so that
// it takes seconds.
import * as parser from '@typescript-eslint/parser';
import { defineConfig } from 'eslint/config';
import { configs as lit } from 'eslint-plugin-lit';
import wc from 'eslint-plugin-wc';

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

/** A code that is in no list has no sentence. */
const NO_CODE_OF_ONES_OWN = [
  {
    selector: "Property[key.name='code'] ~ Property[key.name='severity'][value.value='error']",
    message: 'Make it with errorIssue() or serverIssue(): they know every code.',
  },
  {
    selector: "CallExpression[callee.property.name='refine'] > Literal",
    message: 'Name the code with issueCode(), which knows them all.',
  },
];

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.ts'], languageOptions: { parser } },
  {
    files: ['packages/{server,adapters}/src/**/*.ts'],
    ignores: ['packages/server/src/http/issue-codes.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CODE_OF_ONES_OWN] },
  },
  {
    files: ['packages/core/src/**/*.ts'],
    ignores: ['packages/core/src/issue.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CODE_OF_ONES_OWN, ...NO_CLOCK_NO_CHANCE] },
  },
  {
    files: ['packages/elements/**/*.ts', 'stories/**/*.ts'],
    extends: [lit['flat/recommended'], wc.configs['flat/recommended'], wc.configs['flat/best-practice']],
    settings: { wc: { elementBaseClasses: ['LitElement', 'EnrollkitElement'] } },
    rules: {
      'no-restricted-syntax': ['error', ...CSP_SAFE],
      'wc/guard-super-call': 'off', // Lit's base class has every callback.
    },
  },
  {
    // Made of other elements, under the prefix that it has itself: lit/static-html knows such tags, the rules don't.
    files: [
      'packages/elements/src/course-booking/{course-booking,render-receipt}.ts',
      'packages/elements/src/enrollment-roster/details/details-panel.ts',
    ],
    rules: { 'lit/binding-positions': 'off', 'lit/no-invalid-html': 'off' },
  },
  {
    files: ['demo/**/*.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...CSP_SAFE] },
  },
);
