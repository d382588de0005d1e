import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { open, visitDemo } from '../e2e/support/visit.js';

const PAGES = [
  '/',
  '/enrollment.html?id=voorbeeld-gestart',
  '/enrollment.html?id=voorbeeld-afgerond-certificaat',
  '/enrollment.html?id=voorbeeld-zonder-certificering',
  '/dates.html',
  '/date.html?product=DW-401&start=DW-401-2611',
  '/products.html',
  '/product.html?id=DW-102',
  '/certificates.html',
  '/certifications.html?product=DW-801&enrollment=voorbeeld-zonder-certificering',
  '/feed.html',
  '/imports.html',
  '/webhooks.html',
  '/script-tag.html',
  '/trainer.html?as=visitor',
  '/?as=stranger',
  '/feed.html?as=participant',
  '/product.html?id=DW-102&as=participant',
  '/enrollment.html?id=voorbeeld-afgerond-certificaat&as=employer-hr',
  '/certifications.html?as=platform-staff',
  '/product.html?id=DW-102&as=visitor',
  '/enrollment.html?id=niemand',
  '/404.html',
];

const TIMEOUT_MS = 180_000;

/** What else is looked at on a page that is open: only contrast is another in other colours. */
const OTHER_COLOURS = {
  dark: { colorScheme: 'dark' },
  forced: { colorScheme: 'light', forcedColors: 'active' },
} as const;

describe('in light, dark and forced colours', () => {
  const visit = visitDemo();

  test.each(PAGES)('%s has no accessibility finding', async (path) => {
    const { page } = visit();
    await openLoaded(page, path);
    // This visitor asked for less motion; and text would have too little contrast on the way from one colour to another.
    expect(await moving(page)).toEqual([]);
    expect(await findings(new AxeBuilder({ page }))).toEqual([]);
    for (const colours of Object.values(OTHER_COLOURS)) {
      await page.emulateMedia(colours);
      expect(await findings(new AxeBuilder({ page }).withRules('color-contrast'))).toEqual([]);
    }
  });
});

describe.each([
  ['on a screen of 320 px', { viewport: { width: 320, height: 640 } }],
  ['at 200 % zoom', { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }],
  ['on a screen of 1280 px', { viewport: { width: 1280, height: 800 } }],
] as const)('%s', (_name, options) => {
  const visit = visitDemo(options);

  test('no page of the demo scrolls sideways, in either direction', { timeout: TIMEOUT_MS }, async () => {
    const { page } = visit();
    const said: string[] = [];
    for (const path of PAGES) {
      await openLoaded(page, path);
      for (const direction of ['ltr', 'rtl'] as const) {
        said.push(...(await overflow(page, direction)).map((finding) => `${path} ${direction}: ${finding}`));
      }
    }
    expect(said).toEqual([]);
  });
});

async function openLoaded(page: Page, path: string): Promise<void> {
  await open(page, path);
  // What this role doesn't get to see was never given a record.
  const elements = page.locator(
    ':is(enrollment-status, certificate-upload, price-breakdown, course-booking, invoice-upload, product-certifications):visible',
  );
  await expect
    .poll(() => elements.evaluateAll((all) => all.filter((each) => each.matches(':state(loading)'))))
    .toEqual([]);
}

async function findings(axe: AxeBuilder): Promise<readonly string[]> {
  // Without it every analysis opens a page of its own to put the answers of frames together; there are none.
  const { violations } = await axe.setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  );
}

/** What takes time to change its looks, in every shadow root too. */
async function moving(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const all = (root: Document | ShadowRoot): readonly Element[] =>
      [...root.querySelectorAll('*')].flatMap((each) => [each, ...(each.shadowRoot ? all(each.shadowRoot) : [])]);
    return all(document).flatMap((each) =>
      [undefined, '::before', '::after'].flatMap((pseudo) => {
        const { transitionDuration, animationName } = getComputedStyle(each, pseudo);
        // Both are empty for what isn't rendered.
        const isMoving = /[1-9]/.test(transitionDuration) || !['', 'none'].includes(animationName);
        return isMoving ? `${each.localName}.${each.className}${pseudo ?? ''}` : [];
      }),
    );
  });
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
