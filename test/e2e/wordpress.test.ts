// A real WordPress with a plugin as the guide describes it, and the server at another origin.
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort, startWordPress, type WordPress } from '../support/wordpress/start-wordpress.js';
import { startHostServer, type HostServer } from './support/host-server.js';
import { visitDemo } from './support/visit.js';

const THEMES = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree', 'harsh'];
const ELEMENTS = ['enrollment-status', 'price-breakdown', 'certificate-upload'];

let server: HostServer;
let wordPress: WordPress;
const visit = visitDemo({ baseUrl: () => wordPress.url });

beforeAll(async () => {
  const port = await freePort();
  server = await startHostServer(`http://127.0.0.1:${port}`);
  wordPress = await startWordPress({
    port,
    serverUrl: server.url,
    key: server.key,
    records: { enrollment: 'voorbeeld-gestart', product: 'DW-101' },
  });
});
afterAll(async () => {
  await wordPress.stop();
  await server.stop();
  expect(wordPress.complaints()).toBe('');
});

interface KitPage {
  readonly Enrollkit: { diagnose(): Promise<readonly object[]> };
}

type PageName = keyof WordPress['pages'];

/** Opens a page and waits until every element on it shows its record. Nothing may be refused on the way. */
async function openPage(name: PageName, query = ''): Promise<Page> {
  const { page } = visit();
  const refused: string[] = [];
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${wordPress.pages[name]}${query}`);
  await waitForRecords(page);
  expect(refused).toEqual([]);
  return page;
}

async function waitForRecords(page: Page): Promise<void> {
  const elements = page.locator(ELEMENTS.join());
  await expect.poll(() => elements.count()).toBeGreaterThan(0);
  for (const element of await elements.all()) {
    await element
      .locator('[part~="label"], [part~="total-amount"], [part~="upload-button"]')
      .first()
      .waitFor({ timeout: 15_000 });
  }
}

/** Where something is between the two edges of its page. */
async function edges(locator: Locator): Promise<{ left: number; width: number }> {
  const box = (await locator.boundingBox()) ?? { x: NaN, width: NaN };
  return { left: Math.round(box.x), width: Math.round(box.width) };
}

for (const theme of THEMES) {
  for (const name of ['hand', 'shortcode', 'block'] as const) {
    test(`in ${theme}, elements by ${name} stand between their paragraphs as a paragraph does`, async () => {
      const page = await openPage(name, `&theme=${theme}`);
      const paragraph = page.locator('p', { hasText: 'Een alinea ervoor.' });
      const expected = await edges(paragraph);
      for (const element of ELEMENTS) expect(await edges(page.locator(element)), element).toEqual(expected);
      for (const backend of await page.locator('enrollkit-backend').all())
        expect(await edges(backend)).toEqual(expected);
    });
  }
}

test('the doctor finds nothing wrong with such a page', async () => {
  const page = await openPage('hand');
  const findings = await page.evaluate(() => (globalThis as unknown as KitPage).Enrollkit.diagnose());
  expect(findings).toEqual([]);
});

test('an author, whose HTML is filtered, keeps the tags that the plugin allows', async () => {
  const page = await openPage('author');
  for (const element of ELEMENTS) expect(await page.locator(element).count(), element).toBe(1);
  expect(await page.locator('price-breakdown').getAttribute('selectable')).toBe('');
});

test('eight backends on a page all get through, and so does what a person then does', async () => {
  const page = await openPage('eight');
  await page.locator('enrollment-status').first().getByRole('button', { name: 'Status wijzigen' }).click();
  await page.getByRole('radio', { name: 'No-show' }).check();
  await page.getByRole('button', { name: 'Bijwerken' }).click();
  for (const status of await page.locator('enrollment-status').all())
    await status.locator('[part="label"]').filter({ hasText: 'No-show' }).waitFor();
});

test('under a strict policy the elements work, and violate nothing', async () => {
  const { expectComplaints } = visit();
  // WordPress's own inline scripts and styles are refused there; none of the kit's.
  const complaints = expectComplaints();
  const page = await openPage('hand', '&strict');
  await page.locator('enrollment-status').getByRole('button', { name: 'Status wijzigen' }).click();
  await page.getByRole('radio').first().waitFor();
  expect(complaints.filter((text) => /\[enrollkit\]|\/enrollkit\/|lit|trusted/i.test(text))).toEqual([]);
});

for (const [locale, lang, dir, words] of [
  ['nl_NL', 'nl-NL', 'ltr', 'Status wijzigen'],
  ['nl_NL_formal', 'nl-NL-formal', 'ltr', 'Status wijzigen'],
  ['ar', 'ar', 'rtl', 'Change status'],
] as const) {
  test(`a page in ${locale} is spoken to in its own language, or else in English that reads from the left`, async () => {
    const page = await openPage('hand', `&locale=${locale}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    const base = page.locator('enrollment-status [part="base"]');
    expect(await page.locator('html').evaluate((html) => getComputedStyle(html).direction)).toBe(dir);
    expect(await base.evaluate((element) => getComputedStyle(element).direction)).toBe('ltr');
    await page.getByRole('button', { name: words }).waitFor();
  });
}
