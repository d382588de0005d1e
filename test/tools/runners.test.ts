import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

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
