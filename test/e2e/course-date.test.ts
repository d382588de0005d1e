import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Backend } from '@enrollkit/core';
import type { CDPSession, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { textPdf } from '../elements/certificate-bundle/made-files.js';
import { open, visitDemo } from './support/visit.js';

const FIRST = ['Anna', 'Bram', 'Chloé', 'Daan', 'Emine', 'Fatma', 'Gijs', 'Hüseyin', 'Iris', 'Jan', 'Karin', 'Łukasz'];
const LAST = ['Smit', 'van der Berg', 'Öztürk', 'de Vries', 'Jansen', 'Żółtowski'];
const NAMES = [...FIRST, ...FIRST].map((first, at) => `${first} ${LAST[(at + Math.floor(at / 12)) % LAST.length]!}`);
const DATE = { product: 'DW-402', start: 'gisteren' };

const visit = visitDemo();

test('a course date of 24 is marked and taken back by keyboard, gets its certificates from a folder, and a second window agrees', async () => {
  const { page, openTab, context } = visit();
  await open(page, '/dates.html');
  await page.evaluate(bookAll, { ...DATE, names: NAMES });
  await page.reload();
  await page.locator('a[href*="start=gisteren"]').focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**/date.html*');
  await expect.poll(() => statuses(page)).toEqual({ Gestart: 24 });
  const second = await openTab(page.url());
  await page.bringToFront();

  // From the top of the page, with nothing but keys.
  const list = page.getByRole('button', { name: 'Naar de lijst' });
  for (let presses = 0; presses < 30 && !(await list.evaluate((button) => button.matches(':focus'))); presses += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('x');
  await page.getByRole('textbox', { name: /^No-show/ }).waitFor();
  await page.keyboard.type('Ziek gemeld');
  await page.keyboard.press('Enter');
  await expect.poll(() => statuses(page)).toEqual({ Gestart: 23, 'No-show': 1 });
  await page.keyboard.press('Control+a');
  await page.keyboard.press('a');
  const outcome = page.locator('enrollment-roster [part="outcome"]');
  await outcome.filter({ hasText: '23 deelnemers op Afgerond gezet. 1 deelnemer heeft al een uitslag' }).waitFor();
  await expect.poll(() => statuses(second)).toEqual({ Afgerond: 23, 'No-show': 1 });
  await page.keyboard.press('Control+z');
  await outcome.filter({ hasText: 'Ongedaan gemaakt voor 23 deelnemers.' }).waitFor();
  for (const each of [page, second]) await expect.poll(() => statuses(each)).toEqual({ Gestart: 23, 'No-show': 1 });

  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-scans-'));
  try {
    await drop(page, await context.newCDPSession(page), await scansIn(folder));
    const tab = (name: string) => page.getByRole('tab', { name, exact: true });
    await tab('Niet gevonden 4').waitFor();
    for (const [at, name] of NAMES.slice(20).entries()) {
      await page
        .getByRole('button', { name: /^Deelnemer kiezen: scan/ })
        .first()
        .focus();
      await page.keyboard.press('Enter');
      await page.getByRole('combobox').last().waitFor();
      await page.keyboard.type(name);
      await page.getByRole('option', { name }).waitFor();
      await page.keyboard.press('Enter');
      await tab(`Niet gevonden ${3 - at}`).waitFor();
    }
    await page.locator('#valid-from').focus();
    await page.keyboard.type(typed(new Date().getFullYear()));
    await page.locator('#valid-until').focus();
    await page.keyboard.type(typed(new Date().getFullYear() + 1));
    await page.getByRole('checkbox', { name: /nagekeken/ }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '24 certificaten uploaden' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('certificate-bundle #outcome').filter({ hasText: '24 certificaten geüpload.' }).waitFor();
    for (const each of [page, second]) {
      await expect.poll(() => statuses(each)).toEqual({ Afgerond: 24 });
      await expect.poll(() => each.locator('td.certificate .none').count()).toBe(0);
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** As the keyboard of an American enters the first of January. */
const typed = (year: number): string => `0101${year}`;

async function statuses(page: Page): Promise<Record<string, number>> {
  const words = await page.locator('enrollment-roster td.status [part="label"]').allInnerTexts();
  return Object.fromEntries([...new Set(words)].map((word) => [word, words.filter((each) => each === word).length]));
}

/** Twenty named after people, four that say nothing. */
async function scansIn(folder: string): Promise<string> {
  const scans = join(folder, 'BHV');
  await mkdir(scans);
  for (const [at, name] of NAMES.entries()) {
    const file = at < 20 ? `${name}.pdf` : `scan${1000 + at}.pdf`;
    await writeFile(join(scans, file), Buffer.from(await textPdf(file).arrayBuffer()));
  }
  return scans;
}

async function drop(page: Page, mouse: CDPSession, folder: string): Promise<void> {
  const zone = page.locator('certificate-bundle [part="drop-zone"]');
  await zone.waitFor();
  await zone.scrollIntoViewIfNeeded();
  const box = (await zone.boundingBox())!;
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await mouse.send('Input.dispatchDragEvent', { type, x: box.x + box.width / 2, y: box.y + box.height / 2, data });
  }
}

/** Runs in the page: they booked three weeks ago, for yesterday. */
async function bookAll({ product: id, start, names }: typeof DATE & { names: readonly string[] }): Promise<void> {
  const element = document.createElement('enrollment-roster');
  document.querySelector('enrollkit-backend')!.append(element);
  while (!element.resolvedBackend) await new Promise((resolve) => void setTimeout(resolve, 20));
  const backend = element.resolvedBackend as Backend;
  element.remove();
  const Present = Date;
  const before = Present.now() - 21 * 86_400_000;
  globalThis.Date = class extends Present {
    constructor(at: number | string = before) {
      super(at);
    }
  } as DateConstructor;
  const day = new Present(Present.now() - 86_400_000).toLocaleDateString('sv', { timeZone: 'Europe/Amsterdam' });
  const date = { startDate: day, startDateIsMonthOnly: false, endDate: day, endDateIsMonthOnly: false, schedule: [] };
  const product = await backend.getProduct(id);
  const startingDates = [...product.startingDates, { ...date, id: start, place: 'Rotterdam', maxSeats: 24 }];
  await backend.putProduct({ ...product, maxParticipants: 24, startingDates });
  for (const [at, name] of names.entries()) {
    const participant = { name, email: `deelnemer${at}@voorbeeld.example` };
    await backend.createEnrollment({ id: `d-${at}`, productId: id, startingDateId: start, participant });
  }
  globalThis.Date = Present;
}
