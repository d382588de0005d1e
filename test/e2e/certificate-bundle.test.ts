import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { textPdf } from '../elements/certificate-bundle/made-files.js';
import { startPortal, type PortalServer } from './support/portal-server.js';
import { open, visitDemo } from './support/visit.js';

const PRODUCT = 'DW-301';
const FIRST = ['Anna', 'Bram', 'Chloé', 'Daan', 'Emine', 'Fatma', 'Gijs', 'Hüseyin', 'Iris', 'Jan', 'Karin', 'Łukasz'];
const LAST = ['Smit', 'van der Berg', 'Öztürk', 'de Vries', 'Jansen', 'Żółtowski'];
/** Twenty-four who took part, some with one first name, some with one surname. */
const NAMES = [...FIRST, ...FIRST].map((first, at) => `${first} ${LAST[(at + Math.floor(at / 12)) % LAST.length]!}`);

let portal: PortalServer;
beforeAll(async () => {
  portal = await startPortal();
});
afterAll(() => portal.dispose());

const visit = visitDemo({ baseUrl: () => portal.server().url });

test('a zip with 24 scans is matched, four are looked at, and all are there after a reload in the middle', async () => {
  const { page } = visit();
  // The page of somebody else's site.
  await page.route('**/script-tag.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withGroups(await response.text()) });
  });
  await open(page, '/script-tag.html');
  const ids = await book(page, NAMES);
  await showBundle(page);
  await page.locator('certificate-bundle #files').setInputFiles({
    name: 'bhv 12 mei.zip',
    mimeType: 'application/zip',
    buffer: Buffer.from(zipSync(await scans())),
  });
  const tab = (name: string) => page.getByRole('tab', { name, exact: true });
  await tab('Nakijken 2').waitFor();
  await tab('Niet gevonden 2').waitFor();
  await tab('Gevonden 20').waitFor();

  // Four to check: two have a suggestion, two are looked for.
  for (const name of [NAMES[20]!, NAMES[21]!]) {
    await page.getByRole('button', { name: new RegExp(`^${name}: `) }).click();
  }
  await tab('Niet gevonden 2').click();
  for (const [at, name] of [NAMES[22]!, NAMES[23]!].entries()) {
    // The first in the list is another one once that before it has left.
    await tab(`Niet gevonden ${2 - at}`).waitFor();
    await page
      .getByRole('button', { name: /^Deelnemer kiezen: scan/ })
      .first()
      .click();
    await page.getByRole('combobox').fill(name.slice(0, 6));
    await page.getByRole('option', { name }).click();
  }
  await tab('Gevonden 24').waitFor();

  let sent = 0;
  await page.route('**/api/certificates', async (route) => {
    sent += 1;
    // Of what comes after the first bundle, be it the one of twenty or the one of four, the page never hears.
    if (sent === 1) await route.continue();
  });
  await page.locator('#valid-from').fill('2026-05-12');
  await page.getByRole('checkbox', { name: /nagekeken/ }).check();
  await page.getByRole('button', { name: '24 certificaten uploaden' }).click();
  const progress = page.getByText(/^(?:20|4) van 24$/);
  await progress.waitFor();
  const done = Number.parseInt((await progress.textContent()) ?? '', 10);
  // It is told a moment before it is kept; of what is lost in between the server would say that it has it.
  await expect.poll(() => page.evaluate(countKept, 'files')).toBe(24 - done);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.unroute('**/api/certificates');

  await showBundle(page);
  const outcome = page.locator('certificate-bundle #outcome');
  await outcome.filter({ hasText: `${done} van 24 geüpload` }).waitFor();
  const goOn = page.getByRole('button', { name: `Verdergaan met ${24 - done} certificaten` });
  // Until it is known that no other window sends, the list may be read once more, and is to be looked over anew then.
  await goOn.waitFor();
  await page.getByRole('checkbox', { name: /nagekeken/ }).check();
  await goOn.click();
  await outcome.filter({ hasText: '24 certificaten geüpload.' }).waitFor();

  const after = await read<{ id: string; participation_status: string }[]>(page, '/api/bookings?size=500');
  expect(
    after.filter(({ id, participation_status }) => ids.includes(id) && participation_status === 'completed'),
  ).toHaveLength(24);
  const certificates = await read<{ booking_id: string }[]>(page, '/api/certificates?size=500');
  expect(
    certificates
      .filter(({ booking_id }) => ids.includes(booking_id))
      .map(({ booking_id }) => booking_id)
      .toSorted(),
  ).toEqual(ids.toSorted());
  // Nothing of it stays in the browser.
  await expect.poll(() => page.evaluate(countKept, 'items')).toBe(0);
});

test('whoever is signed out in the middle signs in again and goes on: nothing is lost, and nothing sent twice', async () => {
  const { page, expectComplaints } = visit();
  await page.route('**/script-tag.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withGroups(await response.text()) });
  });
  await open(page, '/script-tag.html');
  const names = NAMES.slice(0, 23).map((name) => `${name}-Terug`);
  const ids = await book(page, names);
  await showBundle(page);
  await page.locator('certificate-bundle #files').setInputFiles(
    await Promise.all(
      names.map(async (name) => ({
        name: `${name}.pdf`,
        mimeType: 'application/pdf',
        buffer: Buffer.from(await textPdf(`${name}.pdf`).arrayBuffer()),
      })),
    ),
  );
  await page.getByRole('tab', { name: 'Gevonden 23', exact: true }).waitFor();

  // After the first bundle the server knows no token of this page any more, however often it asks for another.
  let isSignedIn = true;
  const answers: number[] = [];
  await page.route('**/api/certificates', async (route) => {
    const isKnown = isSignedIn;
    isSignedIn = false;
    const headers = { ...route.request().headers(), ...(!isKnown && { authorization: 'Bearer of-nobody' }) };
    const response = await route.fetch({ headers });
    answers.push(response.status());
    await route.fulfill({ response });
  });
  await page.locator('#valid-from').fill('2026-05-12');
  await page.getByRole('checkbox', { name: /nagekeken/ }).check();
  await page.getByRole('button', { name: '23 certificaten uploaden' }).click();
  await page.locator('certificate-bundle').getByText('niet of niet meer ingelogd').waitFor();
  expect(answers.filter((status) => status === 401).length).toBeGreaterThan(0);
  expect(answers.length, 'nobody asks for each of them').toBeLessThan(8);
  // It stays where it was, and in the browser's own database too.
  const goOn = page.getByRole('button', { name: /^Verdergaan met (?:3|20) certificaten$/ });
  await goOn.waitFor();
  const left = Number.parseInt((await goOn.textContent())!.replace(/\D+/, ''), 10);
  await expect.poll(() => page.evaluate(countKept, 'files')).toBe(left);

  // In another tab, which leaves this page as it is.
  await page.unroute('**/api/certificates');
  let again = 0;
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/certificates')) again += 1;
  });
  await goOn.click();
  await page.locator('certificate-bundle #outcome').filter({ hasText: '23 certificaten geüpload.' }).waitFor();
  expect(again, 'what was answered is not sent again').toBe(1);

  const certificates = await read<{ booking_id: string }[]>(page, '/api/certificates?size=500');
  const given = certificates.map(({ booking_id }) => booking_id).filter((id) => ids.includes(id));
  expect(given.toSorted()).toEqual(ids.toSorted());
  await expect.poll(() => page.evaluate(countKept, 'items')).toBe(0);
  expect(expectComplaints().filter((text) => !text.includes('401'))).toEqual([]);
});

test('a folder that is dropped by mouse is taken in with all that is in its folders', async () => {
  const { page, context } = visit();
  await page.route('**/script-tag.html', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: withGroups(await response.text()) });
  });
  await open(page, '/script-tag.html');
  await book(page, ['Bo Laat']);
  await showBundle(page);
  const zone = page.locator('certificate-bundle [part="drop-zone"]');
  await zone.waitFor();
  await zone.scrollIntoViewIfNeeded();
  const box = (await zone.boundingBox())!;

  // A browser answers a hundred of a folder at a time.
  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-scans-'));
  try {
    await mkdir(join(folder, 'scans/deel 2/map'), { recursive: true });
    for (let at = 0; at < 130; at += 1) {
      const name = `${at < 120 ? '' : 'deel 2/map/'}scan${1000 + at}.pdf`;
      await writeFile(join(folder, 'scans', name), Buffer.from(await textPdf(name).arrayBuffer()));
    }
    const mouse = await context.newCDPSession(page);
    const data = { items: [], files: [join(folder, 'scans')], dragOperationsMask: 1 };
    const place = { x: box.x + box.width / 2, y: box.y + box.height / 2, data };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
      await mouse.send('Input.dispatchDragEvent', { type, ...place });
    }
    await page.getByRole('tab', { name: 'Niet gevonden 130', exact: true }).waitFor();
    await page.getByText('scans/deel 2/map/scan1129.pdf').waitFor();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

/** The page with the file for whole groups beside the one that it has. */
const withGroups = (page: string): string =>
  page.replace('</head>', '<script src="/embed/enrollkit-groups.iife.js" defer></script></head>');

/** Sixteen named after people, four whose text tells, two with a surname, and two that say nothing. */
async function scans(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  for (const [at, name] of NAMES.entries()) {
    const [first = '', ...last] = name.split(' ');
    const surname = last.join(' ');
    const fileName =
      at < 8
        ? `${name}.pdf`
        : at < 16
          ? `${surname}, ${first} - BHV.pdf`
          : at < 20 || at > 21
            ? `scan00${at}.pdf`
            : `${last.at(-1)}_${at}.pdf`;
    const lines = at >= 16 && at < 20 ? ['Hierbij verklaren wij dat', plain(name), 'geslaagd is'] : [];
    files[`scans/${fileName}`] = new Uint8Array(await textPdf(fileName, ...lines).arrayBuffer());
  }
  return files;
}

/** As a recognizer of text spells it that knows no accents. */
const plain = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').replace('ł', 'l');

/** Everybody on the course, booked by the provider over the API. */
async function book(page: Page, names: readonly string[]): Promise<string[]> {
  return page.evaluate(
    async ({ product, people }) => {
      const session = (await (await fetch('/session/token?as=provider', { method: 'POST' })).json()) as {
        token: string;
      };
      const ids: string[] = [];
      for (const [at, name] of people.entries()) {
        const answer = await fetch('/api/bookings', {
          method: 'POST',
          headers: { Authorization: `Bearer ${session.token}`, 'Content-Type': 'application/json' },
          body: JSON.stringify({ product_id: product, participant: { name, email: `bhv${at}@example.nl` } }),
        });
        if (!answer.ok) throw new Error(await answer.text());
        ids.push(((await answer.json()) as { id: string }).id);
      }
      return ids;
    },
    { product: PRODUCT, people: names },
  );
}

/** What a host writes on its page. */
async function showBundle(page: Page): Promise<void> {
  await page.evaluate((product) => {
    const backend = document.createElement('enrollkit-backend');
    backend.setAttribute('type', 'rest');
    backend.setAttribute('base-url', '/api');
    (backend as unknown as { getToken: () => Promise<string> }).getToken = async () => {
      const answer = await fetch('/session/token?as=provider', { method: 'POST' });
      return ((await answer.json()) as { token: string }).token;
    };
    const bundle = document.createElement('certificate-bundle');
    bundle.setAttribute('product-id', product);
    backend.append(bundle);
    document.querySelector('main')!.replaceChildren(backend);
  }, PRODUCT);
}

async function read<Rows>(page: Page, path: string): Promise<Rows> {
  return page.evaluate(async (address) => {
    const session = (await (await fetch('/session/token?as=provider', { method: 'POST' })).json()) as { token: string };
    const answer = await fetch(address, { headers: { Authorization: `Bearer ${session.token}` } });
    const body: unknown = await answer.json();
    return (Array.isArray(body) ? body : Object.values(body as object).find(Array.isArray)) as never;
  }, path);
}

/** Runs in the page. */
async function countKept(store: string): Promise<number> {
  const done = <Value>(request: IDBRequest<Value>): Promise<Value> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error!);
    });
  const database = await done(indexedDB.open('enrollkit-bundles'));
  return done(database.transaction(store).objectStore(store).count());
}
