import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { statusLabel } from './support/enrollment-page.js';
import { expectFocus } from './support/focus.js';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const STARTED = '/enrollment.html?id=voorbeeld-gestart';

test('where a button goes with what it did, the focus goes to the words about it (2.4.3, 4.1.3)', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await focusAndPress(page.getByRole('button', { name: 'Inschrijving annuleren' }), 'Enter');
  await focusAndPress(page.getByRole('dialog').getByRole('button', { name: 'Inschrijving annuleren' }), 'Space');
  await expectTold(page, 'De inschrijving is geannuleerd.');
  await statusLabel(page).filter({ hasText: 'Geannuleerd' }).waitFor();
  // The page is shown anew with the record, which hides the panel that was pressed in.
  await page.locator('#administration-panel').waitFor({ state: 'hidden' });
  await expectTold(page, 'De inschrijving is geannuleerd.');

  await open(page, '/enrollment.html?id=voorbeeld-wacht-op-factuur');
  const invoice = page.locator('invoice-upload');
  // Waited for from the beginning: what was said goes after a while.
  const invoiceTold = page.getByRole('log').getByText('Vastgelegd: de factuur is verstuurd.').waitFor();
  await focusAndPress(invoice.getByRole('button', { name: 'op een andere manier verstuurd' }), 'Enter');
  await invoiceTold;
  await expect.poll(() => focused(page)).toMatch(/^Geüpload op/);

  await open(page, '/dates.html');
  await page.locator('#dates a').first().click();
  await focusAndPress(page.getByRole('button', { name: 'Facturen zijn al verstuurd' }), 'Enter');
  await expectTold(page, 'dat de factuur is verstuurd');
});

test('a switch outside the price says the new total (4.1.3)', async () => {
  const { page } = visit();
  await open(page, '/products.html');
  await page.locator('#products li', { hasText: 'vrijgesteld' }).getByRole('link').first().click();
  const total = page.locator('price-breakdown [part="total-amount"]');
  await total.filter({ hasText: /\d/ }).waitFor();
  const before = await total.textContent();
  // Read as soon as it is said: it goes after a while.
  const told = page.getByRole('log').getByText('Totaal: ').first().textContent();
  await focusAndPress(page.getByRole('checkbox', { name: 'Mijn organisatie mag vrijgesteld' }), 'Space');
  await expect.poll(() => total.textContent()).not.toBe(before);
  expect(await told).toContain(await total.textContent());
});

test('what is required is in the names of dates and file fields, of which browsers do not say it (3.3.2)', async () => {
  const { page, context } = visit();
  await open(page, STARTED);
  await page.getByLabel('Geldig vanaf').waitFor();
  const devTools = await context.newCDPSession(page);
  const { nodes } = await devTools.send('Accessibility.getFullAXTree');
  const names = nodes.filter(({ ignored }) => !ignored).map(({ role, name }) => `${role?.value}: ${name?.value}`);
  const required = new Set(names.filter((name) => name.includes('(verplicht)')));
  expect([...required].join(' | ')).toMatch(
    /^Date: Geldig vanaf \(verplicht\) \| button: .*kies een bestand \(verplicht\)$/,
  );
});

test('arrow keys in the role switch choose and do no more; its button switches (3.2.2)', async () => {
  const { page } = visit();
  await open(page, '/');
  await page.evaluate(() => (document.documentElement.dataset.same = ''));
  const roles = page.getByLabel('Kijk als');
  await focusAndPress(roles, 'ArrowDown');
  await expect.poll(() => roles.inputValue()).toBe('participant');
  await page.getByRole('button', { name: 'Wisselen' }).waitFor();
  await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe('Wisselen');
  expect(await page.locator('html').getAttribute('data-same'), 'the same page').toBe('');
  await page.keyboard.press('Enter');
  await page.locator('html[data-loaded]:not([data-same])').waitFor({ state: 'attached' });
  await expect.poll(() => roles.inputValue()).toBe('participant');
});

test('in English every page has an English title, and Dutch courses say that they are Dutch (3.1.2, 2.4.2)', async () => {
  const { page } = visit();
  await open(page, '/');
  await page.getByLabel('Taal').selectOption('en');
  const titles: string[] = [];
  for (const name of ['index', 'dates', 'products', 'certificates', 'certifications', 'feed', 'imports']) {
    await open(page, `/${name}.html`);
    titles.push((await page.title()).replace(' · Duinweg Opleidingen', ''));
  }
  expect(titles).toEqual([
    'Enrollments',
    'Course dates',
    'Courses',
    'Certificates',
    'Certifications',
    'Import feed',
    'Imports',
  ]);

  await open(page, '/products.html');
  await page.locator('#products h2 a').first().waitFor();
  const spoken = (names: Locator) =>
    names.evaluateAll((found) => [...new Set(found.map((name) => name.closest('[lang]')?.getAttribute('lang')))]);
  await expect.poll(() => spoken(page.locator('#products h2 bdi'))).toEqual(['nl']);
  await page.locator('#products h2 a').first().click();
  await page.locator('#title bdi').waitFor();
  await expect.poll(() => spoken(page.locator('#title bdi'))).toEqual(['nl']);
  await open(page, '/');
  await expect.poll(() => spoken(page.locator('#rows td:nth-child(2) > *'))).toEqual(['nl']);
});

test('in forced colours the page one is on is still marked in the menu (1.4.1)', async () => {
  const { page } = visit();
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page, '/');
  const lines = (link: Locator) => link.evaluate((element) => getComputedStyle(element).textDecorationLine);
  expect(await lines(page.locator('.nav a[aria-current]'))).toBe('underline');
  expect(await lines(page.getByRole('link', { name: 'Cursussen', exact: true }))).toBe('none');
});

test('the header has one row at every width, and its menu folds where it has no room (1.4.10)', async () => {
  const { page } = visit();
  await open(page, '/');
  const courses = page.getByRole('navigation').getByRole('link', { name: 'Cursussen', exact: true });
  const menu = page.getByRole('button', { name: 'Menu' });
  const heightAt = async (width: number): Promise<number> => {
    await page.setViewportSize({ width, height: 640 });
    return page.locator('.top__inner').evaluate((row) => row.clientHeight);
  };
  const widths = [320, 390, 768, 1140, 1167, 1168, 1440];
  for (const width of widths) {
    expect(await heightAt(width), `${width} px`).toBe(64);
    await courses.waitFor({ state: width >= 1168 ? 'visible' : 'hidden' });
    await menu.waitFor({ state: width < 1168 ? 'visible' : 'hidden' });
  }
  // The longest words have room too.
  for (const language of ['en', 'de', 'fr']) {
    await page.getByLabel(/Taal|Language|Sprache/).selectOption(language);
    for (const width of widths) expect(await heightAt(width), `${language}, ${width} px`).toBe(64);
  }

  await page.getByLabel('Langue').selectOption('nl');
  await page.setViewportSize({ width: 320, height: 640 });
  await focusAndPress(menu, 'Enter');
  await courses.waitFor();
  await courses.press('Escape');
  await courses.waitFor({ state: 'hidden' });
  await expect.poll(() => focused(page)).toBe('Menu');
  await page.getByLabel('Kijk als').selectOption('stranger');
  await page.getByRole('button', { name: 'Wisselen' }).waitFor();
  const width = await page.getByLabel('Kijk als').evaluate((select) => select.getBoundingClientRect().width);
  expect(width).toBeGreaterThan(90);
});

test('on a page that runs from right to left its sentences still end with their full stop, and back is to the right', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  const back = page.locator('.crumbs a');
  expect(await back.evaluate((link) => getComputedStyle(link, '::before').content)).toContain('→');
  expect(await page.locator('#facts dd').last().evaluate(startOfDigits)).toBe('left');
});

/** On which side of what follows it a day of a period stands. */
function startOfDigits(element: Element): 'left' | 'right' {
  const text = element.firstChild as Text;
  const sideOf = (at: number): number => {
    const range = document.createRange();
    range.setStart(text, at);
    range.setEnd(text, at + 1);
    return range.getBoundingClientRect().left;
  };
  return sideOf(0) < sideOf(text.length - 1) ? 'left' : 'right';
}

test('on paper there are no buttons, no panel that had nothing else, and tables in whole', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.getByLabel('Geldig vanaf').waitFor();
  await page.emulateMedia({ media: 'print' });
  await page.locator('#administration-panel').waitFor({ state: 'hidden' });
  await expect.poll(() => page.getByRole('button').count()).toBe(0);
  // Nor the heading of a form: there is no certificate yet.
  await page.getByRole('heading', { name: 'Certificering' }).waitFor({ state: 'hidden' });
  await page.goto('/feed.html');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.locator('.checker').waitFor({ state: 'hidden' });

  // Rows of a table though paper is narrower than that on a screen, and of a course its dates and price without the form.
  await page.setViewportSize({ width: 680, height: 960 });
  await open(page, '/date.html?product=DW-401&start=DW-401-2611');
  const row = page.locator('enrollment-roster tr[data-index]').first();
  await row.waitFor();
  expect(await row.evaluate((element) => getComputedStyle(element).display)).toBe('table-row');
  // Nor a ring around what has the focus.
  const focusable = row.locator('[part="open-button"]');
  await focusable.focus();
  const outline = (element: Element): string => getComputedStyle(element).outlineStyle;
  expect(await focusable.evaluate(outline)).toBe('none');
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => focusable.evaluate(outline)).toBe('solid');
  await page.emulateMedia({ media: 'print' });
  await page.locator('#certificates-panel').waitFor({ state: 'hidden' });
  // With their dates too, no status is broken in the middle of its word.
  await open(page, '/dates.html');
  const labels = page.locator('enrollment-roster tr[data-index] [part~="label"]');
  await labels.filter({ hasText: 'Ingeschreven' }).first().waitFor();
  const broken = (all: readonly Element[]): readonly string[] =>
    all
      .filter((label) => {
        const words = document.createRange();
        words.selectNodeContents(label);
        const { height } = words.getBoundingClientRect();
        return !/\s/.test(label.textContent.trim()) && height > 2 * parseFloat(getComputedStyle(label).fontSize);
      })
      .map((label) => label.textContent);
  expect(await labels.evaluateAll(broken)).toEqual([]);
  await open(page, '/product.html?id=DW-102');
  await page.locator('#booking-panel price-breakdown [part="total-amount"]').waitFor();
  await page.getByRole('textbox').first().waitFor({ state: 'hidden' });
  expect(await page.getByRole('textbox').count()).toBe(0);
});

async function focusAndPress(target: Locator, key: 'Enter' | 'Space' | 'ArrowDown'): Promise<void> {
  // In one go: what is drawn anew in between would leave the key to the page.
  await target.press(key);
}

/** Said in the page's live region, which has the focus. */
async function expectTold(page: Page, words: string): Promise<void> {
  await expectFocus(page.locator('#notice[role="status"]', { hasText: words }));
}

/** The words of what has the focus, in whatever shadow tree that is. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element === document.body ? '' : (element?.textContent.trim() ?? '');
  });
}
