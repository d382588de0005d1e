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

export default defineConfig(
  { ignores: ['**/dist/', '**/node_modules/', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.ts'], languageOptions: { parser } },
  {
    files: ['packages/core/src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...NO_CLOCK_NO_CHANCE] },
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
    files: ['demo/**/*.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...CSP_SAFE] },
  },
);
