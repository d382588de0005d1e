import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { version as apiVersion } from 'typescript';

// A test file in a folder that no runner looks in would pass for ever.
test('every folder with tests belongs to a runner', () => {
  const files = readdirSync('test', { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.test.ts') && !file.includes('node_modules'),
  );
  const configs = ['vite.config.ts', '.config/web-test-runner.config.js'].map((path) => readFileSync(path, 'utf8'));
  const patterns = configs.join('\n').matchAll(/'test\/(?:\{([\w,]+)\}|(\w+))\/\*\*\/\*\.test\.ts'/g);
  const claimed = new Set([...patterns].flatMap(([, several, one]) => several?.split(',') ?? [one]));

  const folders = new Set(files.map((file) => file.split('/')[0]));
  expect([...folders].filter((folder) => !claimed.has(folder))).toEqual([]);
});

// Two packages bring a program of that name; which one is linked follows from how they are called in package.json.
test('tsc is TypeScript 7, and tools get the API of 6', () => {
  expect(execFileSync('node_modules/.bin/tsc', ['--version'], { encoding: 'utf8' })).toMatch(/^Version 7\./);
  expect(apiVersion).toMatch(/^6\./);
});
