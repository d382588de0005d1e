import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ERROR_CODES } from '@enrollkit/core';
import { ERROR_TEXTS } from '../../../packages/server/src/http/error-texts.js';
import { ISSUE_TEXTS } from '../../../packages/server/src/http/issue-texts.js';

const ROOTS = ['access', 'backend', 'calendar', 'certificate', 'enrollment'].map(
  (folder) => `packages/core/src/${folder}`,
);

/** Everywhere that an issue is made, its code is the first text after one of these. */
const MADE = [
  /\b(?:invalid|refuse|error|enrollmentIssue|badRequest|at)\(\s*(?:[\w.]+,\s*)?'([a-z]+(?:-[a-z]+)+|required)'/g,
  /\brefused\(\s*'[a-z-]+',\s*'([a-z-]+)'/g,
  /\bcode: '([a-z-]+)', severity/g,
  /\.(?:refine|check)\([^'\n]*'([a-z]+(?:-[a-z]+)*)'\)/g,
  /refine\([\s\S]{0,120}?, '([a-z-]+)'\)/g,
];

async function sources(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts'));
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name), 'utf8')));
}

it('has a title and a help for every error, and none for what is no error', () => {
  expect(Object.keys(ERROR_TEXTS).sort()).toEqual(Object.keys(ERROR_CODES).sort());
});

it('has a title and a help for every code of an issue that core or the server makes', async () => {
  const texts = (await Promise.all([...ROOTS, 'packages/server/src'].map(sources))).flat();
  // Examples in comments are no code.
  const code = texts.map((text) => text.replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''));
  const made = new Set(
    code.flatMap((text) => MADE.flatMap((shape) => [...text.matchAll(shape)].map(([, name]) => name))),
  );
  // The search finds what it should, so that an empty answer means something.
  expect(made.size).toBeGreaterThan(40);
  for (const known of ['date-invalid', 'file-encrypted', 'id-taken', 'booking-ambiguous', 'email-invalid']) {
    expect(made).toContain(known);
  }
  const missing = [...made].filter(
    (name) => name !== undefined && !Object.hasOwn(ISSUE_TEXTS, name) && !(name in ERROR_CODES),
  );
  expect(missing).toEqual([]);
});
