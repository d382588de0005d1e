// Every guard must fail on a violation. They are planted together and each tool runs once, because tools start slowly.
import { basename } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Checkout } from '../support/checkout.js';
import { PLANTED_LINT } from './support/planted-lint.js';

interface OxlintConfig {
  readonly rules: Readonly<Record<string, unknown>>;
  readonly overrides: readonly { readonly rules: Readonly<Record<string, unknown>> }[];
}

interface LintResult {
  readonly filePath: string;
  readonly messages: readonly { readonly line: number; readonly ruleId: string | null; readonly message: string }[];
}

/** Rules for some folders only, which are planted there. */
const PLANTED_BY_FOLDER = [
  'max-lines',
  'max-lines-per-function',
  'no-console',
  'eqeqeq',
  'no-empty-function',
  'no-restricted-imports',
];
/** What no module may contain at all. */
const NOT_EVEN_PARSED = ['no-delete-var', 'no-nonoctal-decimal-escape', 'no-with'];

let checkout: Checkout;
beforeAll(() => void (checkout = new Checkout()));
afterAll(() => checkout.remove());

describe('lint refuses', () => {
  const PLANTED = {
    'packages/core/src/planted-clock.ts':
      'export const now = new Date();\nexport const at = Date.now();\nexport const id = Math.random();\n',
    'packages/core/src/planted-exception.ts': '// oxlint-disable-next-line no-var\nexport const fine = 1;\n',
    'packages/core/src/planted-empty.ts': 'export function nothing(): void {}\n',
    'packages/core/src/planted-equal.ts': 'export const same = (a: number, b: number): boolean => a == b;\n',
    'packages/core/src/planted-length.ts': `export {};\n${'// long\n'.repeat(300)}`,
    'packages/core/src/planted-function.ts': `export function many(log: (text: string) => void): void {\n${"  log('x');\n".repeat(96)}}\n`,
    'packages/server/src/planted-code.ts':
      "export const issue = { code: 'made-up', severity: 'error', path: '', params: {} };\n",
    'packages/elements/src/planted-style.ts':
      'import { html } from \'lit\';\nexport const red = html`<b style="color: red" .a=${1} .a=${2}>x</b>`;\n' +
      "export const set = (host: HTMLElement): void => {\n  host.innerHTML = '';\n};\n",
    'packages/elements/src/planted-element.ts':
      "export class Planted extends HTMLElement {\n  constructor() {\n    super();\n    this.setAttribute('a', '');\n  }\n}\n",
    'packages/elements/src/planted-console.ts': "console.log('x');\nconsole.warn('x');\n",
    'test/elements/planted-wait.ts': "export { waitUntil } from '@open-wc/testing';\n",
    'test/elements/planted-keys.ts': "export { sendKeys } from '@web/test-runner-commands';\n",
    'packages/elements/src/planted-needless.ts': '// eslint-disable-next-line lit/no-invalid-html\nexport {};\n',
  };
  const planted = Object.entries(PLANTED_LINT).map(([rule, source]) => {
    const name = rule.replace('typescript/', 'ts-');
    return { rule, file: `planted-${name}.${name === rule ? 'js' : 'ts'}`, source };
  });
  let codes: (number | null)[];
  let findings: string[];
  let config: OxlintConfig;

  beforeAll(() => {
    const sources = { ...PLANTED };
    for (const { file, source } of planted) Object.assign(sources, { [`packages/feed/src/${file}`]: source });
    for (const [path, source] of Object.entries(sources)) checkout.write(path, source);
    const paths = Object.keys(sources).join(' ');
    const fast = checkout.run(`oxlint --format unix ${paths}`);
    const own = checkout.run(
      `eslint --config .config/eslint.config.js --format json ${Object.keys(PLANTED).join(' ')}`,
    );
    codes = [fast.code, own.code];
    const ownResults = JSON.parse(own.output) as readonly LintResult[];
    findings = [
      ...fast.output.split('\n').map((line) => line.replace(/^\S*\//, '')),
      ...ownResults.flatMap(({ filePath, messages }) =>
        messages.map(({ line, ruleId, message }) => `${basename(filePath)}:${line} ${ruleId ?? ''} ${message}`),
      ),
    ];
    config = JSON.parse(checkout.run('oxlint --print-config').output) as OxlintConfig;
    for (const path of Object.keys(sources)) checkout.delete(path);
  });

  test('with an exit code', () => expect(codes).toEqual([1, 1]));

  test.each([
    ['the present moment in core', 'planted-clock.ts:1', 'Core takes a Clock'],
    ['the clock in core', 'planted-clock.ts:2', 'Core takes a Clock'],
    ['chance in core', 'planted-clock.ts:3', 'Core takes ids'],
    ['an issue with a code of its own', 'planted-code.ts:1', 'they know every code'],
    ['an inline style in an element', 'planted-style.ts:2', 'Content-Security-Policy'],
    ['a template that binds twice', 'planted-style.ts:2', 'lit/no-duplicate-template-bindings'],
    ['a string as HTML in an element', 'planted-style.ts:4', 'Trusted Types'],
    ['an element that sets attributes before it is upgraded', 'planted-element.ts', 'wc/no-constructor-attributes'],
    ['an exception that is no longer needed', 'planted-exception.ts', 'Unused oxlint-disable'],
    ['an exception to a rule about templates that is not needed', 'planted-needless.ts', 'Unused eslint-disable'],
    ['a source file over 300 lines', 'planted-length.ts', 'max-lines'],
    ['a function of a hundred lines', 'planted-function.ts', 'max-lines-per-function'],
    ['a function that does nothing', 'planted-empty.ts', 'no-empty-function'],
    ['a comparison that converts', 'planted-equal.ts', 'eqeqeq'],
    ['a test that waits for no more than a second', 'planted-wait.ts:1', 'no-restricted-imports'],
    ['a test that presses keys and does not wait for the page', 'planted-keys.ts:1', 'no-restricted-imports'],
    ['an element that writes to the console', 'planted-console.ts:1', 'no-console'],
  ])('%s', (_, place, finding) => {
    expect(findings.filter((line) => line.startsWith(place) && line.includes(finding))).not.toEqual([]);
  });

  test('no warning of an element to its page', () => {
    expect(findings.filter((line) => line.startsWith('planted-console.ts:2'))).toEqual([]);
  });

  test.each(planted)('what $rule is about', ({ file, rule }) => {
    const [name] = rule.split('/').slice(-1);
    expect(findings.filter((line) => line.startsWith(file) && line.includes(`(${name})`))).not.toEqual([]);
  });

  test('nothing that is not planted here', () => {
    const rules = [config, ...config.overrides].flatMap((part) => Object.entries(part.rules));
    const enforced = rules.filter(([, level]) => [level].flat()[0] === 'deny').map(([rule]) => rule);
    const known = new Set([...Object.keys(PLANTED_LINT), ...PLANTED_BY_FOLDER, ...NOT_EVEN_PARSED]);
    expect(enforced.filter((rule) => !known.has(rule))).toEqual([]);
  });
});

describe('types keep out of core', () => {
  let output: string;

  beforeAll(() => {
    checkout.write('packages/core/src/planted-dom.ts', 'export const title = document.title;');
    checkout.write('packages/core/src/planted-node.ts', "export { readFileSync } from 'node:fs';");
    checkout.write('packages/core/src/planted-enum.ts', 'export enum Colour {\n  Red,\n}\n');
    ({ output } = checkout.run('tsc --build packages/core'));
    checkout.delete('packages/core/src/planted-enum.ts');
    checkout.delete('packages/core/src/planted-dom.ts');
    checkout.delete('packages/core/src/planted-node.ts');
  });

  test('the DOM', () => expect(output).toMatch(/planted-dom\.ts.* error TS.*'document'/));
  test('an enum', () => expect(output).toMatch(/planted-enum\.ts.* error TS1294/));
  test('Node', () => expect(output).toMatch(/planted-node\.ts.* error TS.*'node:fs'/));
});

test('a file that is written otherwise is found, and one that cannot be read', () => {
  const check = () => checkout.run('node .config/check-format.js packages/core/src/planted');
  checkout.write('packages/core/src/planted/one.ts', 'export const one  = "x"');
  checkout.write('packages/core/src/planted/two.md', '# Two\n* one\n');
  const wrong = check();
  expect(wrong.code).toBe(1);
  expect(wrong.output).toMatch(/one\.ts[^]*two\.md/);
  checkout.delete('packages/core/src/planted/two.md');
  checkout.write('packages/core/src/planted/one.ts', 'export const one = = 1;\n');
  expect(check()).toMatchObject({ code: 1, output: expect.stringContaining('Unexpected token') as string });
  checkout.delete('packages/core/src/planted/one.ts');
  expect(checkout.run('node .config/check-format.js packages/core/README.md').code).toBe(0);
});

test('a manifest that no longer fits the elements is found', () => {
  checkout.edit('packages/elements/src/enrollment-status/enrollment-status.ts', (source) =>
    source.replace('@summary Shows', '@summary Displays'),
  );
  const { code, output } = checkout.run('node .config/generate-manifest.js --check');
  expect(code).toBe(1);
  expect(output).toContain('packages/elements/custom-elements.json');
});

test('an element over its budget is found', () => {
  checkout.write(
    '.cache/sizes/enrollment-status/first/0.js',
    Array.from({ length: 20_000 }, () => Math.random()).join(),
  );
  checkout.write('.cache/sizes/certificate-upload/first/0.js', '');
  checkout.write('.cache/sizes/price-breakdown/first/0.js', '');
  const { code, output } = checkout.run('size-limit');
  expect(code).toBe(1);
  expect(output).toContain('exceeded');
});

describe('the lock file may not', () => {
  test('leave out a checksum', () => {
    checkout.edit('package-lock.json', (lock) => lock.replace(/"integrity": "[^"]+",/, ''));
    expect(checkout.run('node .config/check-lock-file.js')).toMatchObject({
      code: 1,
      output: expect.stringContaining('has no checksum') as string,
    });
  });

  test('name a registry', () => {
    checkout.edit('package-lock.json', (lock) =>
      lock.replace('"integrity":', '"resolved": "https://registry.example/x.tgz", "integrity":'),
    );
    expect(checkout.run('node .config/check-lock-file.js')).toMatchObject({
      code: 1,
      output: expect.stringContaining('locked to an address') as string,
    });
  });
});

describe('a packed package is refused when', () => {
  test('an entry is missing or cannot be imported in Node, or something it needs is not installed with it', () => {
    checkout.write('packages/planted/dist/page.js', "import 'saxes';\nexport const title = document.title;");
    checkout.write(
      'packages/planted/dist/page.d.ts',
      "import type { Pool } from 'pg';\nexport declare const title: Pool;",
    );
    checkout.write('packages/planted/dist/inner.d.ts', "export * from './nowhere.js';");
    checkout.write('packages/planted/dist/common.d.cts', 'export declare const title: string;');
    checkout.write(
      'packages/planted/package.json',
      JSON.stringify({
        name: '@enrollkit/planted',
        version: '0.1.0',
        license: 'MIT',
        type: 'module',
        files: ['dist'],
        dependencies: { pg: '8.23.1' },
        exports: {
          './page.js': { types: './dist/page.d.ts', default: './dist/page.js' },
          './gone.js': { types: './dist/gone.d.ts', default: './dist/gone.js' },
          './inner.js': { types: './dist/inner.d.ts', default: './dist/page.js' },
          './common.js': { types: './dist/common.d.cts', default: './dist/page.js' },
        },
      }),
    );
    const { code, output } = checkout.run('node .config/check-packages.js packages/planted');
    expect(code).toBe(1);
    expect(output).toContain('@enrollkit/planted: publint failed');
    expect(output).toContain('@enrollkit/planted: types failed');
    expect(output).toMatch(/^Resolution failed: .*gone\.js.*node16-esm/m);
    expect(output).toMatch(/^Internal resolution error: .*inner\.d\.ts.*nowhere\.js/m);
    expect(output).toMatch(/^Types are CJS, but implementation is ESM: .*common\.d\.cts/m);
    expect(output).toContain("import '@enrollkit/planted/page.js': ReferenceError");
    expect(output).toContain('document is not defined');
    expect(output).toContain('imports saxes in page.js, which is not installed with it');
    expect(output).toContain('imports the types of pg in page.d.ts, which is not installed with it');
  });
});

// What follows needs few of the sources.

describe('import boundaries refuse', () => {
  const PLANTED = [
    ['packages/core/src', "import '@enrollkit/feed';", 'core-imports'],
    ['packages/core/src', "import 'zod';", 'core-imports'],
    ['packages/feed/src', "import '@enrollkit/adapters/indexeddb';", 'feed-imports'],
    ['packages/feed/src', "import 'node:fs';", 'feed-imports'],
    ['packages/feed/src/read', "import 'cli-progress';", 'feed-imports'],
    ['packages/feed/src/cli', "import 'idb';", 'feed-cli-imports'],
    ['packages/feed/src', "import './cli/printable.js';", 'feed-cli-apart'],
    ['packages/feed/src/xml', "import '../read/read-limits.js';", 'feed-xml-below'],
    ['packages/adapters/src', "import '@enrollkit/elements';", 'adapters-imports'],
    ['packages/adapters/src/rest', "import '../indexeddb/index.js';", 'adapters-apart'],
    ['packages/elements/src', "import '@enrollkit/adapters/indexeddb';", 'elements-imports'],
    ['packages/elements/src', "import 'idb';", 'elements-imports'],
    ['packages/elements/src', "import '../../core/src/issue.js';", 'no-sources-by-path'],
    ['packages/server/src/http', "import '../bookings/booking-routes.js';", 'server-ground'],
    ['packages/server/src/store', "import '../products/product-table.js';", 'server-ground'],
    ['packages/server/src/bookings', "import '../create-app.js';", 'server-top'],
    ['packages/server/src/http', "import '../create-jobs.js';", 'server-top'],
    ['demo', "import '../packages/core/src/issue.js';", 'public-entries-only'],
    ['packages/core/src', "import './nowhere.js';", 'resolvable'],
    ['packages/core/src', 'export const unused = 1;', 'core-used'],
    ['packages/core/src', "import './trainer/trainer.js';", 'core-ground'],
    ['packages/core/src/calendar', "import '../price/format-minor.js';", 'core-ground'],
    ['packages/core/src/trainer', "import '../backend/store.js';", 'core-upwards'],
    ['packages/core/src', "import '../../../test/support/checkout.js';", 'nothing-imports-tests'],
  ] as const;
  const planted = PLANTED.map(([folder, source, rule], index) => {
    return { path: `${folder}/planted-${index}.ts`, source, rule };
  });
  let code: number | null;
  let output: string;

  beforeAll(() => {
    // Reading all sources is what takes the longest: these are what the planted ones import, and enough to see too few of.
    checkout.keepOnly('packages/elements/src', ['index.ts']);
    checkout.keepOnly('packages/embed/src', []);
    checkout.keepOnly('packages/feed/src', ['index.ts', 'cli', 'read', 'xml']);
    checkout.keepOnly('packages/server/src', ['bookings', 'products', 'create-app.ts', 'create-jobs.ts']);
    for (const { path, source } of planted) checkout.write(path, source);
    checkout.write(
      'packages/core/src/one.ts',
      "import type { Two } from './two.js';\nexport interface One { readonly two: Two }",
    );
    checkout.write(
      'packages/core/src/two.ts',
      "import type { One } from './one.js';\nexport interface Two { readonly one: One }",
    );
    checkout.write('test/support/checkout.ts', 'export {};');
    ({ code, output } = checkout.run('node .config/check-boundaries.js'));
    for (const path of [...planted.map(({ path }) => path), 'packages/core/src/one.ts', 'packages/core/src/two.ts'])
      checkout.delete(path);
  });

  test('with an exit code', () => expect(code).toBe(1));
  test.each(planted)('$source in $path', ({ path, rule }) => expect(output).toContain(`${rule}: ${path}`));
  test('a circle, if only of types', () => expect(output).toContain('no-circular: packages/core/src/one.ts'));

  test('a cruiser that sees too few files', () => {
    checkout.edit('.config/dependency-cruiser.cjs', (config) =>
      config.replace('exclude: {', "includeOnly: '^packages/core/src/index', exclude: {"),
    );
    const blind = checkout.run('node .config/check-boundaries.js');
    expect(blind.code).toBe(1);
    expect(blind.output).toMatch(/Only \d+ modules were seen/);
  });
});

test('templates with a tag that nobody knows or a listener that cannot be called are found', () => {
  checkout.keepOnly('packages/elements/src', []);
  checkout.write(
    'packages/elements/src/planted.ts',
    "import { html } from 'lit';\nexport const planted = html`<no-such-element @click=${1}></no-such-element>`;\n",
  );
  const { code, output } = checkout.run('node .config/check-templates.js');
  expect(code).toBe(1);
  expect(output).toContain('no-unknown-tag-name');
  expect(output).toContain('no-noncallable-event-binding');
});

test('unused code is found: a file, an export and a dependency', () => {
  checkout.write('packages/feed/src/planted.ts', 'export const planted = 1;\n');
  checkout.write('packages/feed/src/half-used.ts', 'export const used = 1;\nexport const plantedExport = 2;\n');
  checkout.edit(
    'packages/feed/src/index.ts',
    (source) => `import { used } from './half-used.js';\nvoid used;\n${source}`,
  );
  checkout.edit('packages/core/package.json', (json) => json.replace('"zod"', '"lit": "3.3.3", "zod"'));
  const { code, output } = checkout.run('knip --config .config/knip.json');
  expect(code).toBe(1);
  expect(output).toContain('packages/feed/src/planted.ts');
  expect(output).toContain('plantedExport');
  expect(output).toMatch(/^lit +packages\/core\/package\.json/m);
});
