import { expect, test } from 'vitest';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();

// Every other test ends by looking for violations. This one plants some, so that looking is known to work.
test('markup from a string and an inline style are refused, and noticed', async () => {
  const { page, expectComplaints } = visit();
  const complaints = expectComplaints();
  await open(page, '/');
  const planted = await page.evaluate(() => {
    document.body.setAttribute('style', 'color: red');
    try {
      document.body.insertAdjacentHTML('beforeend', '<b>planted</b>');
      return 'accepted';
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(planted).toBe('TypeError');
  await expect.poll(() => complaints.join('\n')).toMatch(/style-src-attr/);
  await expect.poll(() => complaints.join('\n')).toMatch(/require-trusted-types-for/);
  expect(await page.getByText('planted').count()).toBe(0);
});

test('a page is asked for anew, and what it is built from is kept', async () => {
  const { page } = visit();
  const caching = new Map<string, string | undefined>();
  page.on('response', (response) => {
    caching.set(new URL(response.url()).pathname, response.headers()['cache-control']);
  });
  await open(page, '/index.html');
  expect(caching.get('/index.html')).toBe('no-cache');
  const built = [...caching].filter(([path]) => path.startsWith('/assets/'));
  expect(built.length).toBeGreaterThan(5);
  for (const [path, kept] of built) expect(kept, path).toBe('public, max-age=31536000, immutable');
});
