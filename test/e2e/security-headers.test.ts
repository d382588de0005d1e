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
