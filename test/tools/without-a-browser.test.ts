import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

test.each(['jsdom', 'happy-dom'])('a host’s own tests in %s show every element, and change a status', async (page) => {
  const program = `test/support/simulated-pages/${page}.js`;
  // As in a bundle for pages: on a server Lit itself renders nothing.
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--conditions', 'browser', program]);
  const said = JSON.parse(stdout) as Record<string, string>;
  expect(said.heard).toBe('completed');
  expect(said['enrollment-status']).toContain('Completed');
  expect(said['starting-dates']).toContain('March 2031');
  expect(said['product-details']).toContain('Training');
  expect(said['feed-check']).toContain('Check a product feed');
  expect(stderr).not.toMatch(/can't show|Error/);
});

test('a backend in the browser’s database keeps no program of a server from ending', async () => {
  const script = `
    import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
    const backend = openIndexedDbBackend({ database: 'portal' });
    backend.subscribe(() => undefined);
    await backend.getEnrollment('e1').catch(({ code }) => console.log(code));`;
  // It would be ended, and fail, after five minutes: starting alone can take seconds.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    timeout: 300_000,
  });
  expect(stdout.trim()).toBe('storage-unavailable');
});
