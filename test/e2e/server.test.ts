import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  CERTIFICATE_PDF,
  changeStatus,
  chooseCertificate,
  statusLabel,
  uploadButton,
} from './support/enrollment-page.js';
import { axeFindings, ownFindings } from './support/page-checks.js';
import { startPortal, type PortalServer } from './support/portal-server.js';
import { expectFocus } from './support/focus.js';
import { open, visitDemo } from './support/visit.js';

const NOOR = '/enrollment.html?id=voorbeeld-gestart';
const DAAN = '/enrollment.html?id=voorbeeld-ingeschreven';
const EMMA = '/enrollment.html?id=voorbeeld-afgerond-certificaat';

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.dispose());

const visit = visitDemo({ baseUrl: () => portal.server().url });

/** The same page through the eyes of somebody else, in a tab of their own. */
function lookAs(role: string, path: string): Promise<Page> {
  return visit().openTab(`${path}${path.includes('?') ? '&' : '?'}as=${role}`);
}

test('the pages say that their records are on the server, and only one attribute made them so', async () => {
  const { page } = visit();
  await open(page, '/');
  await page.getByText('staat op de server van dit portaal').waitFor();
  const backend = page.locator('enrollkit-backend');
  expect(await backend.getAttribute('type')).toBe('rest');
  expect(await backend.getAttribute('base-url')).toBe('/api');
  expect(await page.evaluate(() => indexedDB.databases())).not.toContainEqual(
    expect.objectContaining({ name: 'duinweg' }),
  );
});

test('a change of the provider shows on the page of the participant, who can change nothing', async () => {
  const provider = await lookAs('provider', NOOR);
  const participant = await lookAs('participant', NOOR);
  await statusLabel(participant).filter({ hasText: 'Gestart' }).waitFor();
  expect(await participant.getByRole('button', { name: 'Status wijzigen' }).count()).toBe(0);
  expect(await participant.getByRole('heading', { name: 'Administratie' }).count()).toBe(0);

  await changeStatus(provider, 'No-show');
  await statusLabel(participant).filter({ hasText: 'No-show' }).waitFor();
  await changeStatus(provider, 'Gestart');
  await statusLabel(participant).filter({ hasText: 'Gestart' }).waitFor();
});

test('a provider has its own system told of changes: adds it, sees why a message does not arrive, and removes it', async () => {
  const { page, expectComplaints } = visit();
  expectComplaints(); // The browser says of each answer that it was a refusal.
  await open(page, '/webhooks.html');
  const none = page.locator('#no-webhooks');
  await none.waitFor();
  const add = page.locator('#add');
  const told = page.locator('#add + .failure');
  await page.getByLabel('Adres van de ontvanger').fill('https://127.0.0.1/webhook');
  await add.press('Enter');
  await told.getByText('Dit adres ligt in een privénetwerk.').waitFor();
  await page.getByLabel('Adres van de ontvanger').fill('https://receiver.invalid/webhook');
  await page.getByLabel('Naam, om hem te herkennen').fill('CRM');
  await page.getByLabel('Alleen wat ik kies').check();
  await page.getByLabel('Nieuwe inschrijving').waitFor();
  await add.press('Enter');
  await told.getByText('Er is niets gekozen.').waitFor();
  await page.getByLabel('Nieuwe inschrijving').check();
  expect(await ownFindings(page, { language: 'nl', isRead: true }), 'no code is shown').toEqual([]);
  await add.press('Enter');

  // Shown once, and the focus is there.
  const secret = page.locator('#secret');
  await secret.getByText(/^whsec_/).waitFor();
  await expectFocus(secret);
  await none.waitFor({ state: 'hidden' });
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Bewaard, niet meer tonen' }).press('Enter');
  await secret.waitFor({ state: 'hidden' });
  await page.reload();
  await page.getByRole('heading', { name: 'CRM' }).waitFor();
  expect(await page.content()).not.toContain('whsec_');

  const card = page.locator('.webhook');
  await card.getByText('Staat aan. Krijgt: Nieuwe inschrijving.').waitFor();
  await card.getByRole('button', { name: 'Testbericht sturen' }).press('Enter');
  // Why it did not arrive stands beside the button, and with the message.
  await card.locator('.buttons > .failure').getByText('De server op dit adres is niet gevonden.').waitFor();
  const sent = card.locator('.deliveries > li').filter({ hasText: /Testbericht|Test message/ });
  await sent.getByText('Nog niet aangekomen').waitFor();
  await sent.getByText('De server op dit adres is niet gevonden.').waitFor();
  await sent.getByRole('button', { name: 'Opnieuw sturen' }).waitFor();

  // It moves: an address that can't be is refused there, and what was typed stays.
  const change = card.getByRole('button', { name: 'Wijzigen' });
  await change.press('Enter');
  const url = card.getByLabel('Adres van de ontvanger');
  await expectFocus(url);
  await url.fill('https://10.0.0.1/webhook');
  await url.press('Enter');
  await card.locator('form .failure').getByText('Dit adres ligt in een privénetwerk.').waitFor();
  await url.fill('https://moved.invalid/webhook');
  await card.getByLabel('Naam, om hem te herkennen').fill('Nieuw CRM');
  await url.press('Enter');
  await page.getByRole('heading', { name: 'Nieuw CRM' }).waitFor();
  await card.getByText('https://moved.invalid/webhook').waitFor();
  await expectFocus(change);
  await card.getByRole('button', { name: 'Gemiste berichten sturen' }).press('Enter');
  const since = card.getByLabel('Wat niet is aangekomen sinds');
  const { violations: inForm } = await new AxeBuilder({ page }).include('.webhook').setLegacyMode().analyze();
  expect(inForm.map(({ id }) => id)).toEqual([]);
  const someDaysAgo = await since.inputValue();
  await since.fill('2001-01-01');
  await since.press('Enter');
  await card.locator('form .failure').getByText('Zo lang worden berichten niet bewaard.').waitFor();
  await since.fill(someDaysAgo);
  await since.press('Enter');
  await page.getByText('Sinds die dag is alles aangekomen.').waitFor();
  await since.waitFor({ state: 'hidden' });

  page.on('dialog', (dialog) => void dialog.accept());
  await card.getByRole('button', { name: 'Nieuw geheim' }).press('Enter');
  await secret.getByText(/^whsec_/).waitFor();
  await card.getByRole('button', { name: 'Uitzetten' }).press('Enter');
  await card.getByText('Staat uit.').waitFor();
  await page.getByLabel('Taal').selectOption('en');
  await sent.getByText('The server at this address was not found.').waitFor();
  await sent.getByRole('button', { name: 'Send again' }).press('Enter');
  await sent.locator('.failure').getByText('This receiver is off. Switch it on first.').waitFor();
  await card.getByRole('button', { name: 'Remove' }).press('Enter');
  await none.waitFor();
  await expectFocus(page.locator('#notice'));
});

test('each sees their own enrollments in the list and nobody else’s', async () => {
  const names = async (role: string): Promise<() => Promise<readonly string[]>> => {
    const page = await lookAs(role, '/index.html');
    await page.locator('#count').filter({ hasText: /./ }).waitFor();
    return () => page.locator('#rows td:first-child a').allInnerTexts();
  };
  await expect.poll(await names('provider')).toHaveLength(26);
  // Their own, told by the course.
  await expect.poll(await names('participant')).toEqual(['Projectmatig werken, basis']);
  const ofHr = await names('employer-hr');
  await expect
    .poll(async () => new Set(await ofHr()))
    .toEqual(new Set(['Noor el Khatib', 'Joost van Leeuwen', 'Emma Jansen', 'Ruben Hoekstra']));
  const stranger = await lookAs('stranger', '/index.html');
  await stranger.getByText('Er zijn nog geen inschrijvingen.').waitFor();
  expect(await stranger.locator('#rows tr').count()).toBe(0);
});

test.each([
  [
    'provider',
    ['Inschrijvingen', 'Cursusdata', 'Cursussen', 'Certificaten', 'Certificeringen', 'Feed importeren', 'Webhooks'],
    1,
  ],
  ['participant', ['Inschrijvingen', 'Cursussen', 'Certificaten'], 0],
  ['employer-hr', ['Inschrijvingen', 'Cursussen', 'Certificaten'], 0],
  ['platform-staff', ['Inschrijvingen', 'Cursussen', 'Certificaten', 'Certificeringen'], 0],
  ['stranger', ['Inschrijvingen', 'Cursussen'], 0],
  ['visitor', ['Cursussen'], 0],
])('%s is offered nothing that would be refused', async (role, menu, buttons) => {
  const page = await lookAs(role, '/index.html');
  const offered = (what: Locator) => expect.poll(() => what.count());
  await expect.poll(() => page.locator('.nav a:visible').allInnerTexts()).toEqual(menu);
  await offered(page.getByRole('link', { name: 'Nieuwe inschrijving' })).toBe(buttons);

  await open(page, '/products.html');
  await offered(page.getByRole('main').getByRole('link', { name: 'Feed importeren' })).toBe(buttons);
  await open(page, '/product.html?id=DW-101');
  // Everybody sees starts, price and details; who may book, books.
  await page.locator('price-breakdown:visible [part="total-amount"]').filter({ hasText: '1.537,51' }).waitFor();
  await page.locator('starting-dates:visible [part~="start"]').first().waitFor();
  await page.locator('product-details [part~="fact"]').first().waitFor();
  const canBook = !['platform-staff', 'visitor'].includes(role);
  await offered(page.getByRole('button', { name: 'Boeken met betalingsverplichting' })).toBe(Number(canBook));
  await open(page, '/feed.html');
  await offered(page.locator('input[type="file"]:visible')).toBe(buttons);
  await open(page, '/certifications.html');
  if (role === 'provider' || role === 'platform-staff') await page.locator('[part~="certification"]').first().waitFor();
  await offered(page.getByRole('button', { name: 'Nieuwe certificering' })).toBe(buttons);
  const verify = page.getByRole('button', { name: 'Goedkeuren: Leiderschap voor teamleiders' });
  await offered(verify).toBe(role === 'platform-staff' ? 1 : 0);
});

test('a token that a page gets verifies nothing for a provider, and makes no other tokens', async () => {
  const { page, expectComplaints } = visit();
  // The browser itself notes every refusal.
  expectComplaints();
  await open(page, '/');
  const statuses = await page.evaluate(async () => {
    const answer = await fetch('/session/token?as=provider', { method: 'POST' });
    const { token } = (await answer.json()) as { token: string };
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const verify = await fetch('/api/certifications/leiderschap/verify', { method: 'POST', headers });
    const body = JSON.stringify({ subject: 'Femke de Boer', role: 'platform-staff' });
    const staff = await fetch('/api/tokens', { method: 'POST', headers, body });
    return [verify.status, staff.status];
  });
  expect(statuses).toEqual([403, 403]);
});

test('what fails with an enrollment is told beside the button that was pressed, with its true reason', async () => {
  const { expectComplaints } = visit();
  expectComplaints(); // The browser notes every refusal.
  const page = await lookAs('provider', NOOR);
  const beside = (id: string): Locator => page.locator(`#${id} + .failure`);
  const move = async (startDate: string, endDate: string): Promise<void> => {
    await page.getByLabel('Startdatum').fill(startDate);
    await page.getByLabel('Einddatum').fill(endDate);
    await page.getByRole('button', { name: 'Data verzetten' }).press('Enter');
  };
  await move('2027-03-02', '2027-03-01');
  await beside('move').getByText('De einddatum ligt vóór de startdatum.').waitFor();
  await move('1800-03-01', '2027-03-02');
  await beside('move').getByText('Dit jaartal kan niet kloppen.').waitFor();

  // Something between page and server that lets nobody cancel.
  const forbidden = { status: 403, contentType: 'application/problem+json', body: '{"status":403,"code":"forbidden"}' };
  await page.route('**/api/bookings/*/cancel', (route) => route.fulfill(forbidden));
  await page.getByRole('button', { name: 'Inschrijving annuleren' }).press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Inschrijving annuleren' }).press('Enter');
  await beside('cancel').getByText('Dat mag je niet in deze rol.').waitFor();
  // What failed before is over.
  await expect.poll(() => page.locator('.failure').count()).toBe(1);
});

test('a stranger is told that there is no such enrollment', async () => {
  const { expectComplaints } = visit();
  expectComplaints();
  const stranger = await lookAs('stranger', NOOR);
  await stranger.getByText('Deze inschrijving bestaat niet (meer), of je mag die niet zien.').waitFor();
  await stranger.locator('enrollment-status').waitFor({ state: 'hidden' });
  expect(await stranger.locator('body').innerText()).not.toContain('Noor');
});

test('a page that can’t be read says so once, and its button begins again; one for others asks for nothing', async () => {
  const { page, context, expectComplaints } = visit();
  // The browser itself reports the answers on the console.
  expectComplaints();
  await page.route('**/api/**', (route) => route.fulfill({ status: 500, contentType: 'application/json', body: '{}' }));
  await page.goto(`${EMMA}&as=provider`);
  await page.getByRole('alert').getByText('Op de server van het portaal ging iets mis.').waitFor();
  const again = page.getByRole('button', { name: 'Opnieuw proberen' });
  await expect.poll(() => again.count()).toBe(1);
  await expect.poll(() => page.locator('main .panel:visible').count()).toBe(0);
  await page.unroute('**/api/**');
  await again.press('Enter');
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
  await page.locator('certificate-upload [part="certificate"]').waitFor();
  await again.waitFor({ state: 'hidden' });

  // In a tab of its own: the page before may ask for something as long as it is there.
  const others = await context.newPage();
  const asked: string[] = [];
  others.on('request', (request) => void asked.push(new URL(request.url()).pathname));
  for (const path of ['/date.html?product=DW-401&start=DW-401-2611', EMMA, '/certificates.html']) {
    await open(others, `${path}${path.includes('?') ? '&' : '?'}as=visitor`);
    await others.getByText('Deze pagina is voor een andere rol.').waitFor();
  }
  expect(asked.filter((path) => path.startsWith('/api/') && path !== '/api/events')).toEqual([]);
  const nowhere = await page.goto('/nergens.html');
  expect(nowhere?.status()).toBe(404);
  await page.getByRole('heading', { name: 'Deze pagina bestaat niet (meer)' }).waitFor();
});

test('an uploaded certificate is there after a reload and after a restart of the server, byte by byte', async () => {
  const { expectComplaints } = visit();
  // While the server is away, the stream of changes can't connect.
  expectComplaints();
  const provider = await lookAs('provider', DAAN);
  await chooseCertificate(provider, CERTIFICATE_PDF);
  await uploadButton(provider).click();
  await statusLabel(provider).filter({ hasText: 'Afgerond' }).waitFor();

  await portal.restart();
  await open(provider, DAAN);
  await statusLabel(provider).filter({ hasText: 'Afgerond' }).waitFor();
  const downloads = provider.waitForEvent('download');
  await provider.locator('certificate-upload [part="certificate"]').getByRole('button').first().click();
  const path = await (await downloads).path();
  expect((await readFile(path)).equals(await readFile(CERTIFICATE_PDF))).toBe(true);
});

test('participant and HR see a certificate once the platform verified its certification, and can open it', async () => {
  const provider = await lookAs('provider', '/certifications.html?product=DW-101');
  await provider.getByRole('checkbox', { name: 'Projectmatig werken, basis' }).waitFor();
  // The list is asked for anew each time: what isn't ticked any more isn't in it.
  const ticked = provider.getByRole('checkbox', { checked: true });
  await ticked.first().waitFor();
  while ((await ticked.count()) > 0) await ticked.first().click();
  await provider.getByRole('button', { name: 'Nieuwe certificering' }).click();
  await provider.getByLabel('Naam').fill('Nieuw bewijs');
  await provider.getByRole('button', { name: 'Toevoegen' }).click();
  await provider.getByText('Nieuw bewijs is aan de cursus gekoppeld.').waitFor({ state: 'attached' });

  await open(provider, NOOR);
  await chooseCertificate(provider, CERTIFICATE_PDF);
  await uploadButton(provider).click();
  await provider.locator('certificate-upload [part="certificate"]').waitFor();

  const hr = await lookAs('employer-hr', NOOR);
  const participant = await lookAs('participant', NOOR);
  for (const page of [hr, participant]) await page.getByText('Er is nog geen certificaat geüpload.').waitFor();

  const staff = await lookAs('platform-staff', '/certifications.html');
  await staff.getByRole('button', { name: 'Goedkeuren: Nieuw bewijs' }).click();
  await staff.getByRole('listitem').filter({ hasText: 'Nieuw bewijs' }).getByText('Goedgekeurd').waitFor();
  // Nobody reloads: the change itself brings it.
  for (const page of [hr, participant]) await page.locator('certificate-upload [part="certificate"]').waitFor();
  const downloads = hr.waitForEvent('download');
  await hr.getByRole('button', { name: /^Downloaden/ }).click();
  expect(await readFile(await (await downloads).path())).toEqual(await readFile(CERTIFICATE_PDF));
});

test('the page of another site, with one script tag, shows the same records', async () => {
  const { openTab } = visit();
  const page = await openTab('/script-tag.html');
  await statusLabel(page)
    .filter({ hasText: /Gestart|Afgerond/ })
    .waitFor();
  await page.locator('price-breakdown [part="total-amount"]').filter({ hasText: '1.537,51' }).waitFor();
});

test('the same pages work without the server, with records of their own', async () => {
  const { page } = visit();
  await open(page, '/');
  await page.getByRole('button', { name: 'Zonder server: alles in deze browser' }).click();
  await page.getByText('blijft in deze browser').waitFor();
  await page.locator('html[data-loaded]').waitFor({ state: 'attached' });
  await open(page, EMMA);
  await changeStatus(page, 'No-show');
  await statusLabel(page).filter({ hasText: 'No-show' }).waitFor();

  await page.getByRole('button', { name: 'Met de server' }).click();
  await page.getByText('staat op de server van dit portaal').waitFor();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
});

test('a course date is marked without a mouse and undone, while a second window agrees', async () => {
  const DATE = '/date.html?product=DW-401&start=DW-401-2611';
  const [page, second] = [await lookAs('provider', DATE), await lookAs('provider', DATE)];
  const statuses = async (window: Page): Promise<string> =>
    (await window.locator('enrollment-roster td.status .label').allInnerTexts()).map((word) => word[0]).join('');
  // Two have an invoice: their course being over completed them.
  for (const window of [page, second]) await expect.poll(() => statuses(window)).toBe('AGGGGGGGGAGG');
  await page.bringToFront();
  const row = (index: number) => page.locator(`enrollment-roster tr[data-index="${index}"]`);
  await row(1).focus();
  await page.keyboard.press('n');
  await expectFocus(row(2));
  await page.keyboard.press('x');
  await expectFocus(page.locator('enrollment-roster #note'));
  await page.keyboard.type('Ziek gemeld');
  await page.keyboard.press('Enter');
  await expectFocus(row(3));
  await page.keyboard.press('Control+a');
  await page.locator('enrollment-roster [part~="chosen"]').getByText('12 gekozen').waitFor();
  await page.keyboard.press('a');
  await page
    .getByText('8 deelnemers op Afgerond gezet. 2 deelnemers hebben al een uitslag en houden die.')
    .first()
    .waitFor();
  for (const window of [page, second]) await expect.poll(() => statuses(window)).toBe('ANNAAAAAAAAA');

  await page.keyboard.press('Control+z');
  for (const window of [page, second]) await expect.poll(() => statuses(window)).toBe('ANNGGGGGGAGG');
  await row(2).press('Enter');
  await page.getByText('gewijzigd door Marije Postma · Ziek gemeld').waitFor();
});
