import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, visitDemo } from '../e2e/support/visit.js';

const PAGES = [
  '/',
  '/enrollment.html?id=voorbeeld-gestart',
  '/enrollment.html?id=voorbeeld-afgerond-certificaat',
  '/enrollment.html?id=voorbeeld-zonder-certificering',
  '/products.html',
  '/product.html?id=DW-102',
  '/certifications.html?product=DW-801&enrollment=voorbeeld-zonder-certificering',
  '/feed.html',
  '/script-tag.html',
  '/?as=stranger',
  '/feed.html?as=participant',
  '/product.html?id=DW-102&as=participant',
  '/enrollment.html?id=voorbeeld-afgerond-certificaat&as=employer-hr',
  '/certifications.html?as=platform-staff',
];

const TIMEOUT_MS = 180_000;

describe.each([
  ['light colours', { colorScheme: 'light' }],
  ['dark colours', { colorScheme: 'dark' }],
  ['forced colours', { forcedColors: 'active' }],
] as const)('in %s', (_name, options) => {
  const visit = visitDemo(options);

  test('no page of the demo has an accessibility finding', { timeout: TIMEOUT_MS }, async () => {
    expect(await inspectPages(visit().page, findings)).toEqual([]);
  });
});

describe.each([
  ['on a screen of 320 px', 'ltr', { viewport: { width: 320, height: 640 } }],
  ['on a screen of 320 px, from right to left', 'rtl', { viewport: { width: 320, height: 640 } }],
  ['at 200 % zoom', 'ltr', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['from right to left', 'rtl', { viewport: { width: 1280, height: 800 } }],
] as const)('%s', (_name, direction, options) => {
  const visit = visitDemo(options);

  test('no page of the demo scrolls sideways', { timeout: TIMEOUT_MS }, async () => {
    expect(await inspectPages(visit().page, (page) => overflow(page, direction))).toEqual([]);
  });
});

/** What `look` has to say about every page, once its elements show their data. */
async function inspectPages(page: Page, look: (page: Page) => Promise<readonly string[]>): Promise<readonly string[]> {
  const said: string[] = [];
  for (const path of PAGES) {
    await open(page, path);
    // What this role doesn't get to see was never given a record.
    const elements = page.locator(':is(enrollment-status, certificate-upload, price-breakdown):visible');
    await expect
      .poll(() => elements.evaluateAll((all) => all.filter((each) => each.matches(':state(loading)'))))
      .toEqual([]);
    said.push(...(await look(page)).map((finding) => `${path}: ${finding}`));
  }
  return said;
}

async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  );
}

/** How much wider than its window the page is. */
async function overflow(page: Page, direction: 'ltr' | 'rtl'): Promise<readonly string[]> {
  const tooWidePx = await page.evaluate((dir) => {
    const root = document.documentElement;
    root.dir = dir;
    return root.scrollWidth - root.clientWidth;
  }, direction);
  return tooWidePx > 0 ? [`${tooWidePx} px too wide`] : [];
}
