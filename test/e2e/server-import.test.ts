import { readFileSync } from 'node:fs';
import { createBackend } from '@enrollkit/core';
import type { ServerParts } from '@enrollkit/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PROVIDER_ID } from '../../demo/tooling/portal-session.js';
import { ACTORS } from '../../demo/src/roles.js';
import { expectFocus } from './support/focus.js';
import { startPortal, type PortalServer } from './support/portal-server.js';
import { open, visitDemo } from './support/visit.js';

const SAMPLE = readFileSync(new URL('../../demo/public/sample-products.xml', import.meta.url), 'utf8');

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal({ prepare });
});
afterAll(() => portal.dispose());

/** As if the mail had come; and a feed was fetched that had nothing in it. */
const TOKEN = 'T'.repeat(43);
async function prepare({ database, stores, files, ids, clock, settings }: ServerParts): Promise<void> {
  const actor = { ...ACTORS.provider, providerId: PROVIDER_ID };
  const { timeZone, maxFileBytes } = settings;
  const backend = createBackend({ store: stores.for(actor), files, clock, ids, actor, timeZone, maxFileBytes });
  const { email } = await backend.putTrainer({ email: 'fenna@voorbeeld.example', firstName: 'Fenna' });
  await database.tables
    .insertInto('trainer_invitations')
    .values({ provider_id: PROVIDER_ID, email, token: TOKEN, next_at: null, refused_at: null })
    .execute();
  const source = {
    kind: 'url',
    url: 'https://www.voorbeeld.example/geheim/aanbod.xml',
    sha256: '0'.repeat(64),
  } as const;
  const { id } = await backend.createImport({ kind: 'products', source: { ...source, sizeBytes: 20 } });
  const params = { element: 'Product' };
  await backend.failImport(id, { code: 'no-products', severity: 'error', path: '', line: 1, params });
}

const visit = visitDemo({ baseUrl: () => portal.server().url });

test('a checked feed is planned by the server, looked at, carried out, and then there is nothing left to do', async () => {
  const { page } = visit();
  const name = /<Name>(?:<!\[CDATA\[)?([^<\]]+)/.exec(SAMPLE)?.[1] ?? '';
  const changed = SAMPLE.replace(name, `${name} (vernieuwd)`);
  const choose = async (): Promise<void> => {
    await open(page, '/feed.html');
    await page
      .getByLabel(/Sleep de productfeed hierheen/)
      .setInputFiles({ name: 'aanbod.xml', mimeType: 'text/xml', buffer: Buffer.from(changed) });
    await page.getByRole('button', { name: 'Plan bekijken' }).click();
  };
  await choose();
  await page.getByText(/^0 nieuw, 1 gewijzigd, 0 te verwijderen, 14 ongewijzigd$/).waitFor();
  expect(await page.locator('.changes ins').first().innerText()).toContain('(vernieuwd)');
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^Klaar\. Doorgevoerde wijzigingen: \d+/).waitFor();
  await open(page, '/products.html');
  await page.getByRole('link', { name: `${name} (vernieuwd)` }).waitFor();

  await choose();
  await page.getByText(/^0 nieuw, 0 gewijzigd, 0 te verwijderen, 15 ongewijzigd$/).waitFor();
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).waitFor({ state: 'hidden' });

  await open(page, '/imports.html');
  await page.getByText('Cursussen · aanbod.xml').first().waitFor();
});

test('a feed of trainers is known by itself, planned and carried out: they are invited', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  const noor = '<Trainer><Email>noor@voorbeeld.example</Email><FirstName>Noor</FirstName></Trainer>';
  await page.getByLabel(/Sleep de productfeed hierheen/).setInputFiles({
    name: 'Provider_AllTrainers.xml',
    mimeType: 'text/xml',
    buffer: Buffer.from(`<Trainers>${noor}<Trainer><Email>geen adres</Email></Trainer></Trainers>`),
  });
  await page.getByText('2 trainers gecontroleerd').waitFor();
  await page.getByRole('button', { name: 'Plan bekijken' }).click();
  await page.getByText('Nieuwe trainers die worden uitgenodigd: 1.').waitFor();
  await page.getByText('Niet geïmporteerd vanwege een fout: 1 trainer').waitFor();
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^Klaar\. Doorgevoerde wijzigingen: \d/).waitFor();
});

test('earlier imports are told, and a feed is fetched by itself from an address that is kept', async () => {
  const { page } = visit();
  await open(page, '/imports.html');
  await page.getByText('0 nieuw, 1 gewijzigd, 0 verwijderd, 14 ongewijzigd').waitFor();
  await page.getByText(/^Ging er iets mis\? Importeer de vorige feed opnieuw/).waitFor();
  await expect.poll(() => page.getByText('Doorgevoerd', { exact: true }).count()).toBe(2);
  const failed = page.locator('#imports > li', { hasText: 'Mislukt' });
  expect(await failed.innerText()).toContain('Cursussen · www.voorbeeld.example');
  expect(await failed.innerText()).toMatch(/Product.*\.$/m);
  expect(await failed.innerText()).not.toMatch(/geheim|ongewijzigd/);
  await page.getByText('De feed wordt nu niet automatisch opgehaald.').waitFor();
  await page.getByLabel('Webadres van de feed (https)').fill('https://www.voorbeeld.example/aanbod.xml');
  await page.getByLabel('Hoe vaak').selectOption('Elke week');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByText('De feed wordt voortaan automatisch opgehaald.').waitFor();
  await open(page, '/imports.html');
  await expect.poll(() => page.getByLabel('Hoe vaak').inputValue()).toBe('10080');
  await page.getByRole('button', { name: 'Niet meer ophalen' }).click();
  await page.getByText('De feed wordt niet meer opgehaald.').waitFor();
});

test('a trainer asks for a course, the provider accepts, and the trainer takes it back', async () => {
  const { page, openTab } = visit();
  await open(page, `/trainer.html?as=visitor&token=${TOKEN}`);
  expect(await page.getByRole('button', { name: 'Vermelding vragen' }).isVisible()).toBe(false);
  await page.getByRole('button', { name: 'Profiel bevestigen' }).click();
  await page.getByText(/^Bevestigd\./).waitFor();
  const select = page.getByLabel(/Vraag de opleider je daarbij te vermelden/);
  const [id = ''] = await select.selectOption({ index: 0 });
  await page.getByRole('button', { name: 'Vermelding vragen' }).click();
  await page.getByText('De opleider heeft nog niet beslist.', { exact: false }).waitFor();
  await expectFocus(page.locator('#notice'));

  const portalPage = await openTab('/products.html?as=provider');
  await portalPage.getByText(/^Fenna wil vermeld worden bij /).waitFor();
  await portalPage.getByRole('button', { name: /^Accepteren: Fenna, / }).click();
  await portalPage.getByText(/^Geaccepteerd: Fenna wordt vermeld bij /).waitFor();
  await portalPage.locator('#asks').waitFor({ state: 'hidden' });
  const coursePage = await openTab(`/product.html?id=${encodeURIComponent(id)}&as=visitor`);
  await coursePage.getByText('Fenna').first().waitFor();

  await open(page, `/trainer.html?as=visitor&token=${TOKEN}`);
  await page.getByText('De opleider vermeldt je bij deze cursus.').waitFor();
  await page.getByRole('button', { name: /^Niet vermelden: / }).click();
  await page.getByText('Je wilt niet bij deze cursus staan.').waitFor();
  await page.getByRole('button', { name: /^Toch vermelden: / }).waitFor();
});
