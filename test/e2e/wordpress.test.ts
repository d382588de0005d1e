// A real WordPress with the plugin of packages/wordpress, installed from its zip, and the server at another origin.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt } from 'jose';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { freePort } from '../support/free-port.js';
import { startWordPress, type WordPress } from '../support/wordpress/start-wordpress.js';
import { chooseCertificate, uploadButton } from './support/enrollment-page.js';
import { EVERY_ELEMENT, expectShown, PUBLIC_TAGS, TAGS } from './support/every-element.js';
import { startHostServer, type HostServer } from './support/host-server.js';
import { visitDemo } from './support/visit.js';

const THEMES = ['twentytwentyone', 'twentytwentytwo', 'twentytwentythree', 'harsh'];
// Of a newer WordPress (`npm run test:wordpress`).
if (process.env.WORDPRESS_THEME) THEMES.push(process.env.WORDPRESS_THEME);
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
    records: { enrollment: 'voorbeeld-gestart', product: 'DW-101' },
    elements: Object.fromEntries(TAGS.map((tag) => [tag, EVERY_ELEMENT[tag].attributes])),
    publicElements: PUBLIC_TAGS,
  });
});
afterAll(async () => {
  await server.stop();
  await wordPress.stop();
  expect(wordPress.complaints()).toBe('');
});

/** What the pages of a test asked for and didn't get, to its end. */
let refused: string[] = [];
beforeEach(() => (refused = []));

let isFirst = true;
let isSetUp = false;
beforeEach(() => {
  // Each would wait as long as it may for what can't come.
  if (!isFirst && !isSetUp) throw new Error('Nothing is set up: see why the first test failed.');
  isFirst = false;
});
afterEach(() => expect(refused).toEqual([]));

interface KitPage {
  readonly Enrollkit: { diagnose(): Promise<readonly object[]> };
}

/** Of WordPress's editor. */
declare const wp: {
  readonly data: { dispatch(store: string): { openGeneralSidebar(name: string): unknown } };
};

type PageName = keyof WordPress['pages'];
type Person = keyof WordPress['people'];

async function signIn(person: Person): Promise<void> {
  const { name, value } = wordPress.cookies[person];
  await visit().context.addCookies([{ name, value: encodeURIComponent(value), url: wordPress.url }]);
}

/** Opens a page, for an administrator unless somebody else is named, and waits until each of these elements on it shows its record. */
async function openPage(
  name: PageName,
  query = '',
  as: Person | 'visitor' = 'admin',
  elements: readonly string[] = [...ELEMENTS, 'starting-dates'],
): Promise<Page> {
  const { page } = visit();
  if (as !== 'visitor') await signIn(as);
  page.on('response', (response) => {
    if (response.status() >= 400) refused.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${wordPress.pages[name]}${query}`);
  if (elements.length > 0) await waitForRecords(page, elements);
  return page;
}

/** Presses what leads to another page, and waits for that: the one before may say the same. */
async function follow(place: Locator): Promise<void> {
  await Promise.all([place.page().waitForEvent('load'), place.click()]);
}

/** Signs in by the form, as people do. */
async function logIn(page: Page, person: Person): Promise<void> {
  await page.goto('/wp-login.php');
  // It takes the focus a moment after it has come, once, and what is typed then goes into the wrong field.
  await page.locator('#user_login:focus').waitFor();
  await page.locator('#user_login').fill(person);
  await page.locator('#user_pass').fill('password');
  await follow(page.locator('#wp-submit'));
  await page.locator('#wpadminbar').waitFor();
}

async function waitForRecords(page: Page, tags: readonly string[]): Promise<void> {
  const elements = page.locator(tags.join());
  await expect.poll(() => elements.count()).toBeGreaterThan(0);
  for (const element of await elements.all()) {
    await element
      .locator('[part~="label"], [part~="total-amount"], [part~="upload-button"], [part~="start"]')
      .first()
      .waitFor();
  }
}

/** Where something is between the two edges of its page. */
async function edges(locator: Locator): Promise<{ left: number; width: number }> {
  const box = (await locator.boundingBox()) ?? { x: NaN, width: NaN };
  return { left: Math.round(box.x), width: Math.round(box.width) };
}

// First: it makes of a WordPress without the plugin one that uses it.
test('an administrator sets it up by clicking: uploads the zip, activates, fills in the address and the key, and tests the connection', async () => {
  const { page, expectComplaints } = visit();
  expectComplaints(); // WordPress's own pages have something to say of themselves.
  await logIn(page, 'admin');
  await page.goto('/wp-admin/plugin-install.php?tab=upload');
  await page.locator('#pluginzip').setInputFiles('packages/wordpress/dist/enrollkit.zip');
  await page.locator('#install-plugin-submit').click();
  await page.locator('a[href*="action=activate"]').click();
  await page
    .getByRole('row', { name: /Enrollkit/ })
    .getByRole('link', { name: 'Instellingen' })
    .waitFor();
  // Whoever has just activated it is told that it needs something, and is led there.
  await follow(page.getByRole('link', { name: 'Enrollkit instellen' }));
  await page.getByText('Eenmalig, in drie stappen').waitFor();
  await page.getByText(new URL(wordPress.url).origin, { exact: true }).waitFor();

  const save = page.locator('#submit');
  const connect = page.getByRole('button', { name: 'Verbinding testen' });
  await follow(connect);
  await page.getByText('Er is geen server ingesteld.').waitFor();
  // What is saved first WordPress cleans twice.
  await page.getByLabel('Adres van de server').fill(server.url);
  await page.getByLabel('API-sleutel').fill(server.key);
  await follow(save);
  await follow(connect);
  await page.getByText('De verbinding werkt').waitFor();
  // Whatever answers at an address that was mistyped gets the key, but no script into this page.
  const other = createServer((_, response) => {
    response.writeHead(500, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ detail: '<img src="x" onerror="alert(1)">' }));
  });
  await new Promise<void>((done) => other.listen(0, '127.0.0.1', done));
  await page.getByLabel('Adres van de server').fill(`http://127.0.0.1:${(other.address() as AddressInfo).port}`);
  await page.getByLabel('API-sleutel').fill('wrong');
  await follow(save);
  await follow(connect);
  await page.getByText('<img src="x" onerror="alert(1)">').waitFor();
  other.close();
  other.closeAllConnections();
  // Something else at that address, as after a slip of the pen: this very site.
  await page.getByLabel('Adres van de server').fill(wordPress.url);
  await follow(save);
  await follow(connect);
  await page.getByText('Op dit adres antwoordt iets anders dan een Enrollkit-server').waitFor();
  await page.getByLabel('Adres van de server').fill(server.url);
  await page.getByLabel('API-sleutel').fill('wrong');
  await follow(save);
  await follow(connect);
  await page.getByText('De server weigert de sleutel.').waitFor();
  await page.getByLabel('API-sleutel').fill(server.key);
  await page.getByRole('textbox', { name: 'Opleider', exact: true }).fill(server.providerId);
  await follow(save);
  await page.getByText('Er is een sleutel opgeslagen.').waitFor();
  await follow(connect);
  await page.getByText('De verbinding werkt').waitFor();
  expect(await page.getByText('Eenmalig, in drie stappen').count()).toBe(0);
  expect(await page.content()).not.toContain(server.key);
  await wordPress.run('write-pages');
  isSetUp = true;
});

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

describe('every element of the kit', () => {
  test('shows its records by hand, by shortcode and as a block, and does what it is for', async () => {
    const page = await openPage('all', '', 'admin', []);
    await expectShown(page.locator('body'), TAGS);
    for (const tag of TAGS) {
      // What an element has inside of it is not counted.
      expect(await page.locator(`enrollkit-backend > ${tag}`).count(), tag).toBe(3);
      await EVERY_ELEMENT[tag].works(page.locator(`.wp-block-enrollkit-${tag} > enrollkit-backend > ${tag}`));
    }
  });

  test('that is public shows and does so to a visitor too, without a token anywhere in the page', async () => {
    const page = await openPage('visitor', '', 'visitor', []);
    await expectShown(page.locator('body'), PUBLIC_TAGS);
    for (const tag of PUBLIC_TAGS) await EVERY_ELEMENT[tag].works(page.locator(tag));
    expect(await page.content()).not.toContain(server.key);
    const own = await page.locator('enrollkit-backend').evaluateAll((all) => all.map((each) => each.outerHTML).join());
    expect(own).not.toMatch(/nonce|eyJ/i);
  });
});

test.each(['twentytwentytwo', 'twentytwentythree'])(
  'in %s, elements have its colour, corners and letters',
  async (theme) => {
    const page = await openPage('block', `&theme=${theme}`);
    const look = await page.locator('certificate-upload').evaluate((element) => {
      const colour = (value: string): string => {
        const probe = document.body.appendChild(document.createElement('i'));
        probe.style.color = value;
        return getComputedStyle(probe).color;
      };
      const paragraph = document.querySelector('.entry-content p, .wp-block-post-content p') ?? document.body;
      return {
        accent: colour('var(--ek-accent, red)'),
        ofTheme: colour('var(--wp--preset--color--primary, blue)'),
        radius: getComputedStyle(element).getPropertyValue('--ek-radius'),
        letters: getComputedStyle(element.shadowRoot?.querySelector('button') ?? element).fontFamily,
        lettersOfTheme: getComputedStyle(paragraph).fontFamily,
      };
    });
    expect(look.accent).toBe(look.ofTheme);
    expect(look.letters).toBe(look.lettersOfTheme);
    expect(look.radius).toBe('0');
    // What the site says itself goes before that, wherever it stands.
    const own = await page.locator('certificate-upload').evaluate((element) => {
      document.head.insertAdjacentHTML('afterbegin', '<style>body { --ek-accent: #a3195b }</style>');
      return getComputedStyle(element).getPropertyValue('--ek-accent').trim();
    });
    expect(own).toBe('#a3195b');
  },
);

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
  ['de_DE_formal', 'de-DE-formal', 'ltr', 'Status ändern'],
  ['fr_FR', 'fr-FR', 'ltr', 'Modifier le statut'],
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

describe('what each person sees', () => {
  test('a visitor, or whose session is over: a way to sign in that leads back to their bookings', async () => {
    const page = await openPage('mine', '', 'visitor', []);
    const link = page.getByRole('link', { name: 'Log in om je boekingen te zien.' });
    const address = new URL((await link.getAttribute('href')) ?? '');
    expect(address.pathname).toBe('/wp-login.php');
    expect(address.searchParams.get('redirect_to')).toBe(page.url());
  });

  test('a subscriber: the status of what was booked for them, and nobody else’s', async () => {
    const { page } = visit();
    await signIn('subscriber');
    await page.goto(wordPress.pages.mine);
    await page.getByText('Je hebt nog geen boekingen.').waitFor();
    const booked = await fetch(`${server.url}/bookings`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${server.key}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        product_id: 'DW-101',
        participant: {
          name: 'Subscriber',
          email: 'other@example.nl',
          external_id: `wp:${wordPress.people.subscriber}`,
        },
      }),
    });
    expect(booked.status, await booked.clone().text()).toBe(201);
    await page.reload();
    await page.locator('enrollment-status').getByText('Ingeschreven', { exact: true }).waitFor();
    expect(await page.locator('enrollment-status').count()).toBe(1);
    // A status alone doesn't say of what.
    expect(await page.locator('.enrollkit-my-bookings strong').allInnerTexts()).toEqual(['Projectmatig werken, basis']);
  });

  test('an editor: uploads a certificate', async () => {
    const page = await openPage('block', '', 'editor');
    await chooseCertificate(page, 'demo/public/voorbeeldcertificaat.pdf');
    await uploadButton(page).click();
    await page.locator('certificate-upload').getByText('voorbeeldcertificaat.pdf').first().waitFor();
    // The rules follow: who has a certificate has completed the course.
    await page.locator('enrollment-status [part="label"]').filter({ hasText: 'Afgerond' }).waitFor();
  });

  test('an author: adds a block by its name, sees the price in the editor, and publishes it', async () => {
    const { page, expectComplaints } = visit();
    expectComplaints();
    await logIn(page, 'author');
    await page.goto('/wp-admin/post-new.php');
    // The page has other buttons to close things with, and they are there before the welcome is.
    const welcome = page.locator('.components-modal__frame');
    await welcome.getByRole('button', { name: /^(Dialoogvenster sluiten|Close)/ }).click();
    // Newer ones edit in a frame, which has elements of its own.
    const frame = page.locator('iframe[name="editor-canvas"]');
    await frame.or(page.locator('.editor-post-title__input')).first().waitFor();
    const isInFrame = (await frame.count()) > 0;
    if (process.env.WORDPRESS_THEME) expect(isInFrame).toBe(true);
    const canvas = isInFrame ? frame.contentFrame() : page;
    // A dialog that goes hands the focus on, wherever that is by then.
    await welcome.waitFor({ state: 'detached' });
    const title = canvas.locator('.editor-post-title__input');
    await title.fill('Wat het kost');
    await title.press('Enter');
    // The editor makes the paragraph, then moves the focus, then opens its list: keys of one moment would go astray.
    const paragraph = canvas.locator('[data-type="core/paragraph"]:focus');
    await paragraph.waitFor();
    await paragraph.press('/');
    await page.getByRole('option').first().waitFor();
    await paragraph.pressSequentially('prijsopbouw');
    await page.getByRole('option', { name: 'Prijsopbouw' }).click();
    await canvas.getByText('Vul in bij de instellingen van dit blok: ID van de cursus').waitFor();
    const field = page.getByLabel('ID van de cursus');
    // It may be open or not, and a button would close what is about to open.
    await page.evaluate(() => wp.data.dispatch('core/edit-post').openGeneralSidebar('edit-post/block'));
    await field.fill('DW-101');
    await canvas.locator('price-breakdown').getByText('Totaal').first().waitFor();
    await page
      .getByRole('button', { name: /^(Publiceren|Publish)$/ })
      .first()
      .click();
    await page
      .locator('.editor-post-publish-panel')
      .getByRole('button', { name: /^(Publiceren|Publish)$/ })
      .click();
    const link = page.locator('.post-publish-panel__postpublish-buttons a, .components-snackbar a').first();
    await link.waitFor();
    await page.goto((await link.getAttribute('href')) ?? '');
    await page.locator('price-breakdown [part~="total-amount"]').waitFor();
  });
});

describe('the address of the token', () => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${wordPress.url}/?rest_route=/enrollkit/v1/token`, {
      headers: {
        Cookie: `${wordPress.cookies.admin.name}=${encodeURIComponent(wordPress.cookies.admin.value)}`,
        ...headers,
      },
    });

  test('answers pages of this site only, and nobody keeps the answer', async () => {
    const own = await ask({ 'Sec-Fetch-Site': 'same-origin' });
    expect(await own.json()).toEqual({ token: expect.stringMatching(/^eyJ/) as string });
    expect(own.headers.get('cache-control')).toContain('no-store');
    const mine = await ask({ Origin: wordPress.url });
    expect(mine.status).toBe(200);
    for (const headers of [
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Origin: 'https://evil.example' },
      { Origin: 'null' },
      { Origin: 'https://evil.example', 'Sec-Fetch-Site': 'same-origin' },
    ]) {
      const answer = await ask(headers);
      expect(answer.status, JSON.stringify(headers)).toBe(403);
      expect(answer.headers.get('access-control-allow-origin')).toBe(null);
      expect(await answer.text()).not.toContain('eyJ');
    }
  });

  test.each<[Person, string, string]>([
    ['admin', '', 'provider'],
    ['editor', '', 'provider'],
    ['author', '', 'participant'],
    ['subscriber', '', 'participant'],
    // By the capability of its own, and by the filter of a site with other rules.
    ['subscriber', '&can=enrollkit_manage', 'provider'],
    ['editor', '&role=participant', 'participant'],
  ])('gives %s%s the role %s', async (person, query, role) => {
    const { name, value } = wordPress.cookies[person];
    const answer = await fetch(`${wordPress.url}/?rest_route=/enrollkit/v1/token${query}`, {
      headers: { Cookie: `${name}=${encodeURIComponent(value)}`, 'Sec-Fetch-Site': 'same-origin' },
    });
    const { token } = (await answer.json()) as { readonly token: string };
    expect(decodeJwt(token)).toMatchObject({ role });
  });

  test('answers a visitor that there is none', async () => {
    const answer = await fetch(`${wordPress.url}/?rest_route=/enrollkit/v1/token`);
    expect(await answer.json()).toEqual({ token: null });
  });
});

test('uninstalled, it leaves nothing behind', async () => {
  const { before, after } = JSON.parse((await wordPress.run('left-behind')).split('\n').at(-1) ?? '') as {
    before: string[];
    after: string[];
  };
  expect(before).toEqual(expect.arrayContaining(['enrollkit', '_enrollkit_product_id', 'cron']));
  expect(after).toEqual([]);
});
