import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { BACKEND_METHODS } from '../../packages/elements/src/base/backend/backend-methods.js';
import { FINDINGS } from '../../packages/embed/src/doctor/finding.js';

const read = (path: string) => readFileSync(path, 'utf8');
const decisions = readdirSync('.github/decisions').filter((name) => /^\d{4}-/.test(name));
const folders = readdirSync('packages');
/** Those that npm publishes; a plugin is installed from its zip. */
const packages = folders.filter(
  (name) => !(JSON.parse(read(`packages/${name}/package.json`)) as { private?: boolean }).private,
);

interface Description {
  readonly name: string;
  readonly license: string;
  readonly homepage: string;
  readonly engines: object;
  readonly keywords: readonly string[];
  readonly files: readonly string[];
}

test('the list of decisions has a line for each of them, and no other', () => {
  const listed = [...read('.github/decisions/README.md').matchAll(/^- \[(\d+)\]\(([\w.-]+)\) \S/gm)];
  expect(listed.map(([, , file]) => file).sort()).toEqual(decisions);
  for (const [, number = '', file = ''] of listed) expect(Number(file.slice(0, 4))).toBe(Number(number));
  expect(new Set(decisions.map((file) => file.slice(0, 4))).size, 'a number that two of them have').toBe(
    decisions.length,
  );
});

test.each(packages)(
  '%s has what its page in a registry shows: what it is, how it is installed and used, its licence',
  (name) => {
    const { name: full, license, ...rest } = JSON.parse(read(`packages/${name}/package.json`)) as Description;
    const text = read(`packages/${name}/README.md`);
    expect(text).toMatch(new RegExp(`^# ${full}\n\n[A-Z]`));
    expect(text).toContain(`npm install ${full}`);
    expect(text).toMatch(/```(js|html)\n/);
    expect(read(`packages/${name}/LICENSE`)).toBe(read('LICENSE'));
    expect(license).toBe('MIT');
    const { engines, homepage } = JSON.parse(read('package.json')) as Description;
    expect(rest).toMatchObject({
      engines,
      homepage: `${homepage}/tree/main/packages/${name}#readme`,
      bugs: `${homepage}/issues`,
      repository: { type: 'git', url: `git+${homepage}.git`, directory: `packages/${name}` },
    });
    expect(rest.keywords.length).toBeGreaterThan(5);
    expect(rest.files).toContain('CHANGELOG.md'); // npm takes README and LICENSE by itself.
    expect(read(`packages/${name}/CHANGELOG.md`)).toMatch(new RegExp(`^# ${full}\n`));
  },
);

test('the guide for contributors names every folder of every package', () => {
  const guide = read('.github/CONTRIBUTING.md');
  for (const name of packages) {
    const entries = readdirSync(`packages/${name}/src`, { withFileTypes: true });
    const folders = entries
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name)
      // An element's folder is named after its tag.
      .filter((folder) => !existsSync(`packages/${name}/src/${folder}/define.ts`));
    const row = new RegExp(`^### packages/${name}\n\n[^#]*`, 'm').exec(guide)?.[0] ?? '';
    expect(
      folders.filter((folder) => !row.includes(`\`${folder}\``)),
      name,
    ).toEqual([]);
  }
});

test('the guide for hosts names everything that the doctor finds, with what to do', () => {
  const guide = read('packages/embed/README.md');
  expect([...guide.matchAll(/^\| `([a-z-]+)` +\|/gm)].map(([, code]) => code)).toEqual(Object.keys(FINDINGS));
  for (const { todo } of Object.values(FINDINGS)) expect(guide.replaceAll('`', '')).toContain(todo.replaceAll('`', ''));
});

test('the guide for hosts says of every element which methods it calls, and what it does without each', () => {
  const [, table = ''] = read('packages/embed/host-backend.md').split('## Which methods');
  const rows = [...table.matchAll(/^\| (.*?) +\| (.*?) +\| (.*?) +\| (.*?) +\|$/gm)].map(([, ...cells]) => cells);
  const methodsIn = (cell = '') => [...cell.matchAll(/`([a-z]+[A-Z]\w+)`/g)].map(([, method]) => method);
  const told = new Map<string, { needs: unknown[]; uses: unknown[] }>();
  let tag = '';
  for (const [element = '', needs, uses, without = ''] of rows) {
    tag = /^`<(.+)>`$/.exec(element)?.[1] ?? (element.trim() || tag);
    const row = told.get(tag) ?? { needs: [], uses: [] };
    told.set(tag, {
      needs: [...row.needs, ...methodsIn(needs)].sort(),
      uses: [...row.uses, ...methodsIn(uses)].sort(),
    });
    if (methodsIn(uses).length > 0) expect(without.trim(), `${tag} without ${uses}`).not.toBe('');
  }
  for (const [name, { needs, uses }] of Object.entries(BACKEND_METHODS)) {
    expect(told.get(name), name).toEqual({ needs: [...needs].sort(), uses: [...uses].sort() });
  }
});

test('the guide to frameworks shows the apps that are really built', () => {
  const guide = read('packages/elements/FRAMEWORKS.md');
  const blocks = [...guide.matchAll(/<!-- (\S+) -->\n\n```\w+\n([^]*?)\n```/g)];
  expect(blocks.length).toBeGreaterThanOrEqual(15);
  for (const [, file = '', shown = ''] of blocks) expect(`${shown}\n`).toBe(read(`test/frameworks/apps/${file}`));
});

/** What no compiler asks of a new element, and how it is named there. */
const NAMED_IN = {
  'README.md': (tag: string) => `| \`<${tag}>\``,
  'packages/elements/ACCESSIBILITY.md': (tag: string) => `| \`<${tag}>\``,
  'packages/elements/reserve.css': (tag: string) => `\n${tag}`,
  'test/bench/entries.mjs': (tag: string) => `'${tag}': [`,
  'package.json': (tag: string) => `"name": "<${tag}> `,
  'stories/pictures/pictures.json': (tag: string) => `"${tag}--`,
};

test.each(Object.entries(NAMED_IN))('%s has every element', (path, named) => {
  const text = read(path);
  const elements = readdirSync('packages/elements/src').filter(
    (name) => name !== 'enrollkit-backend' && existsSync(`packages/elements/src/${name}/define.ts`),
  );
  expect(elements.length).toBeGreaterThan(10);
  expect(elements.filter((name) => !text.includes(named(name)))).toEqual([]);
});

test('the scripts on the pages of Storybook find what they import', async () => {
  const pages = readdirSync('stories/pages').filter((name) => name.endsWith('.mdx'));
  const scripts = pages.flatMap((name) =>
    [...read(`stories/pages/${name}`).matchAll(/```js\n([^]*?)\n```/g)].map(([, contents = '']) => ({
      name,
      contents,
    })),
  );
  expect(scripts.length).toBeGreaterThanOrEqual(6);
  for (const { name, contents } of scripts) {
    const stdin = { contents, sourcefile: name, resolveDir: '.' };
    const options = { bundle: true, write: false, format: 'esm', logLevel: 'silent' } as const;
    const built = build({ stdin, conditions: ['@enrollkit/source'], ...options });
    await expect(built, `${name}: ${contents}`).resolves.toMatchObject({ warnings: [] });
  }
});

test('the table for auditors names tests that are there', () => {
  const table = read('packages/elements/ACCESSIBILITY.md');
  const tests = [...table.matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
  expect(tests.filter((path) => !existsSync(path))).toEqual([]);
});
