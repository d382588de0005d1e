import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { statusLabel } from './support/enrollment-page.js';
import { startPortal, type PortalServer } from './support/portal-server.js';
import { textAfter } from './support/text-after.js';
import { open, visitDemo } from './support/visit.js';

const SAMPLE = readFileSync(new URL('../../demo/public/sample-products.xml', import.meta.url), 'utf8');

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.dispose());

const visit = visitDemo({ baseUrl: () => portal.server().url });

const PEOPLE = {
  participant: { name: 'Noor el Khatib', email: 'noor@voorbeeld.example' },
  stranger: { name: 'Iemand Anders', email: 'iemand-anders@voorbeeld.example' },
};

/** A course through somebody's eyes, in a window of their own, filled in as far as the button. */
async function fillIn(role: keyof typeof PEOPLE, product: string, start?: RegExp): Promise<Page> {
  const page = await visit().openTab(`/product.html?id=${product}&as=${role}`);
  if (start) await page.getByRole('radio', { name: start }).check();
  await page.getByLabel('Naam').fill(PEOPLE[role].name);
  await page.getByLabel('E-mailadres').fill(PEOPLE[role].email);
  await page.getByRole('radio', { name: 'Ik boek als consument' }).check();
  return page;
}

const bookButton = (page: Page): Locator => page.getByRole('button', { name: 'Boeken met betalingsverplichting' });
const receipt = (page: Page): Locator => page.locator('course-booking [part~="receipt"]');
const total = (page: Page): Locator => page.locator('course-booking [part~="bar"] [part~="total"]');
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const words = async (place: Locator): Promise<string> => oneLine(await place.innerText());

/** The provider reads a feed in. */
async function importFeed(feed: string, plan: RegExp): Promise<void> {
  const page = await visit().openTab('/feed.html?as=provider');
  const file = { name: 'aanbod.xml', mimeType: 'text/xml', buffer: Buffer.from(feed) };
  await page.getByLabel(/Sleep de productfeed hierheen/).setInputFiles(file);
  await page.getByRole('button', { name: 'Plan bekijken' }).click();
  await page.getByText(plan).waitFor();
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^Klaar\. Doorgevoerde wijzigingen: \d+/).waitFor();
  await page.close();
}

test('who fills in a form while a feed changes the price is told both totals, loses nothing, and books at the new one', async () => {
  const page = await fillIn('participant', 'DW-401', /16 .* 2027/);
  const before = oneLine(await textAfter(total(page), () => page.getByRole('checkbox').last().check()));

  const [head = '', ...rest] = SAMPLE.split('<ID>DW-401</ID>');
  const dearer = rest
    .join('')
    .replace(/<Price>([\d.]+)<\/Price>/, (_all, price) => `<Price>${Number(price) + 100}</Price>`);
  await importFeed(`${head}<ID>DW-401</ID>${dearer}`, /^0 nieuw, 1 gewijzigd, 0 te verwijderen/);

  const notice = page.locator('course-booking [part~="notice"]');
  await notice.waitFor();
  // The total is drawn with the notice.
  const now = await words(total(page));
  expect(now).not.toBe(before);
  for (const total of [before, now]) expect(await words(notice)).toContain(/€ [\d.,]+\d/.exec(total)?.[0]);
  expect(await page.getByLabel('Naam').inputValue()).toBe(PEOPLE.participant.name);
  await expect.poll(() => page.getByRole('radio', { checked: true }).count()).toBe(2);
  await expect.poll(() => page.getByRole('checkbox', { checked: true }).count()).toBe(1);

  await bookButton(page).click();
  await receipt(page).waitFor();
  const paid = page.locator('price-breakdown [part="total-amount"]');
  await paid.filter({ hasText: /./ }).waitFor();
  expect(now).toContain(await words(paid));
  await page.getByRole('link', { name: 'Naar de inschrijving' }).click();
  await page.getByText(/^Prijs zoals geboekt op /).waitFor();
  expect(now).toContain(await words(paid));
});

test('a visitor without a token sees one seat less when somebody books, without reloading', async () => {
  const visitor = await visit().context.newPage();
  const credentials: (string | undefined)[] = [];
  visitor.on('request', (request) => {
    if (request.url().includes('/api/')) credentials.push(request.headers().authorization);
  });
  const listening = visitor.waitForResponse((response) => response.url().endsWith('/api/events'));
  await open(visitor, '/product.html?id=DW-101&as=visitor');
  expect((await listening).status()).toBe(200);
  const seats = visitor.locator('starting-dates').getByText(/^nog \d+ plaats(en)?$/);
  await seats.waitFor();
  const before = Number(/\d+/.exec(await seats.innerText())?.[0]);
  expect(before).toBeGreaterThan(1);
  await visitor.evaluate(() => Object.assign(globalThis, { isSamePage: true }));

  const participant = await fillIn('participant', 'DW-101', /januari 2027/);
  await bookButton(participant).click();
  await receipt(participant).waitFor();

  await seats.filter({ hasText: new RegExp(`^nog ${before - 1} plaats`) }).waitFor();
  expect(await visitor.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
  expect(credentials.length).toBeGreaterThan(0);
  expect(credentials.filter(Boolean)).toEqual([]);
});

test('the last seat, booked in two windows at once, goes to one; the other is told, and books another start', async () => {
  // The browser itself notes that one was refused.
  const complaints = visit().expectComplaints();
  const windows = await Promise.all([
    fillIn('participant', 'DW-801', /10 .* 2027/),
    fillIn('stranger', 'DW-801', /10 .* 2027/),
  ]);
  await Promise.all(windows.map((page) => bookButton(page).click()));
  // By the answer to the booking, or by what the page heard of the other one a moment before.
  const told = (page: Page): Locator =>
    page.getByText(/^(Deze startdatum is intussen vol\.|10 .* kan niet meer worden geboekt\.)/).first();
  for (const page of windows) await receipt(page).or(told(page)).waitFor();
  // Who gets it may hear that it is gone before the answer to the own booking has come.
  let isBooked: readonly boolean[] = [];
  const lookAgain = async () => (isBooked = await Promise.all(windows.map((page) => receipt(page).isVisible())));
  await expect.poll(async () => (await lookAgain()).toSorted()).toEqual([false, true]);

  const [loser] = windows.filter((_page, index) => !isBooked[index]);
  if (!loser) throw new Error('Nobody was told.');
  await loser.locator('starting-dates').getByText('Vol', { exact: true }).waitFor();
  expect(await loser.getByLabel('Naam').inputValue()).not.toBe('');
  await loser.getByRole('radio', { name: /oktober 2027/ }).check();
  await bookButton(loser).click();
  await receipt(loser).waitFor();
  expect(complaints.filter((complaint) => !complaint.includes('status of 422'))).toEqual([]);
});

test('a course on request is asked for, accepted by the provider, and withdrawn from within the period', async () => {
  const participant = await fillIn('participant', 'DW-202');
  await participant.getByRole('button', { name: 'Aanvragen' }).click();
  await receipt(participant).waitFor();
  await participant.getByRole('link', { name: 'Naar de inschrijving' }).click();
  await statusLabel(participant).filter({ hasText: 'Aangevraagd' }).waitFor();

  const { pathname, search } = new URL(participant.url());
  const provider = await visit().openTab(`${pathname}${search}&as=provider`);
  await provider.locator('enrollment-status').getByRole('button', { name: 'Accepteren' }).click();
  // Nobody reloads: the decision itself brings it.
  await statusLabel(participant).filter({ hasText: 'Ingeschreven' }).waitFor();

  await participant.getByRole('button', { name: 'Overeenkomst herroepen' }).click();
  await participant.getByRole('button', { name: 'Verder' }).click();
  await participant.getByRole('button', { name: 'Herroeping bevestigen' }).click();
  await participant.locator('booking-withdrawal [part="acknowledgement"]').waitFor();
  await statusLabel(provider).filter({ hasText: 'Herroepen' }).waitFor();
  await open(participant, `${pathname}${search}`);
  await participant.getByRole('button', { name: 'Ontvangstbevestiging downloaden' }).waitFor();
});

test('people of a group find its course on their own site only, at their price, and book it exempt from VAT', async () => {
  // That it is not there for them is an answer too, which the browser notes.
  visit().expectComplaints();
  const page = await visit().openTab('/product.html?id=DW-701&as=participant');
  await page.getByText('Deze cursus bestaat niet (meer).').waitFor();
  expect(await page.getByRole('button', { name: /boek|inschrijv/i }).count()).toBe(0);
  await open(page, '/products.html');
  await page.getByRole('link', { name: /Projectmatig werken, basis/ }).waitFor();
  const course = page.getByRole('link', { name: /teamleiders/ });
  expect(await course.count()).toBe(0);

  await open(page, '/products.html?site=ns');
  await course.click();
  await page.locator('product-details [part~="fact"]').first().waitFor();
  await page.getByLabel('Mijn organisatie mag vrijgesteld van btw inkopen').check();
  await page.getByLabel('Naam').fill(PEOPLE.participant.name);
  await page.getByLabel('E-mailadres').fill(PEOPLE.participant.email);
  await page.getByRole('radio', { name: 'Ik boek voor een bedrijf of organisatie' }).check();
  // 3400 less 20 %, and what else is in it: 340 with 71.40 of VAT, 42 with 3.78.
  await total(page).filter({ hasText: '3.177,18' }).waitFor();
  await bookButton(page).click();
  await receipt(page).waitFor();
  await page.getByRole('link', { name: 'Naar de inschrijving' }).click();
  await page.getByText(/^Prijs zoals geboekt op .* via ns\.$/).waitFor();
  await page.locator('price-breakdown [part="total-amount"]').filter({ hasText: '3.177,18' }).waitFor();

  // Who books for others, and is shown where the course is to be seen, books it there too.
  const provider = await visit().openTab('/product.html?id=DW-701&as=provider');
  await provider.getByRole('link', { name: 'postnl' }).waitFor();
  await bookButton(provider).waitFor();
});

test('a course that is no longer offered says so, and nobody can book it', async () => {
  visit().expectComplaints();
  const provider = await visit().openTab('/product.html?id=DW-702&as=provider');
  await bookButton(provider).waitFor();
  const status = await provider.evaluate(async () => {
    const answer = await fetch('/session/token?as=provider', { method: 'POST' });
    const { token } = (await answer.json()) as { token: string };
    const headers = { Authorization: `Bearer ${token}` };
    return (await fetch('/api/products/DW-702', { method: 'DELETE', headers })).status;
  });
  expect(status).toBe(200);
  // Who is looking at it is told at once.
  const gone = 'Deze cursus wordt niet meer aangeboden. Je kunt je er niet meer voor inschrijven.';
  await provider.getByText(gone).waitFor();
  await bookButton(provider).waitFor({ state: 'hidden' });
  const participant = await visit().openTab('/product.html?id=DW-702&as=participant');
  await participant.getByText(gone).waitFor();
  await participant.locator('product-details [part~="fact"]').first().waitFor();
  expect(await participant.locator('course-booking, starting-dates').filter({ visible: true }).count()).toBe(0);
  const visitor = await visit().openTab('/product.html?id=DW-702&as=visitor');
  await visitor.getByText('Deze cursus bestaat niet (meer).').waitFor();
});
