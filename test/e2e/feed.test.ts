import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const OFFICIAL_EXAMPLE = fileURLToPath(new URL('../../../shared/reference/product_example_2_1.xml', import.meta.url));
/** `548,79` with the spaces that Intl puts there. */
const euros = (amount: string): RegExp => new RegExp(`€\\s${amount}`);

test.skipIf(!existsSync(OFFICIAL_EXAMPLE))(
  'the official example feed, read from disk, shows 548,79 and 571,00, and opens like any other course',
  async () => {
    const { page } = visit();
    const requests: string[] = [];
    await open(page, '/feed.html');
    page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
    await page.getByLabel(/Kies een XML-bestand/).setInputFiles(OFFICIAL_EXAMPLE);
    const card = page.getByRole('listitem').filter({ hasText: 'XML for Dummies' });
    await card.getByText(euros('548,79')).waitFor();
    await card.getByText(euros('571,00')).waitFor();
    expect(requests).toEqual([]);

    await page.getByRole('link', { name: 'XML for Dummies' }).click();
    await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('548,79') }).waitFor();
    await page.locator('price-breakdown [part="exempt"]', { hasText: euros('571,00') }).waitFor();
    await page.getByRole('checkbox', { name: /vrijgesteld van btw inkopen/ }).check();
    await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('571,00') }).waitFor();

    await open(page, '/products.html');
    await page.getByRole('link', { name: 'XML for Dummies' }).waitFor();
  },
);

test('a feed that breaks off says where, and shows what could be read', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  const broken = '<Products>\n  <Product>\n    <ID>A-1</ID>\n    <Name>Half</Nam>\n  </Product>\n</Products>\n';
  await page
    .getByLabel(/Kies een XML-bestand/)
    .setInputFiles({ name: 'stuk.xml', mimeType: 'text/xml', buffer: Buffer.from(broken) });
  await page.getByText(/De eindtag past niet bij de begintag/).waitFor();
  await page
    .getByText(/regel 4, teken \d+/)
    .first()
    .waitFor();
});

test('something that is no feed is refused in words', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  await page
    .getByLabel(/Kies een XML-bestand/)
    .setInputFiles({ name: 'pagina.xml', mimeType: 'text/xml', buffer: Buffer.from('<html><body/></html>') });
  await page
    .getByText(/Dit is geen productfeed/)
    .first()
    .waitFor();
});

test('a course is booked with a chosen optional cost, and the enrollment is there', async () => {
  const { page } = visit();
  await open(page, '/product.html?id=DW-102');
  await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('3\\.189,04') }).waitFor();
  await page.getByRole('checkbox', { name: /Coaching/ }).check();
  await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('3\\.406,84') }).waitFor();
  await page.getByLabel('Naam').fill('Hanna Smit');
  await page.getByLabel('E-mailadres').fill('hanna@voorbeeld.example');
  await page.getByRole('button', { name: 'Inschrijving vastleggen' }).click();
  await page.getByRole('link', { name: 'Naar de inschrijving' }).click();
  await page.getByRole('heading', { name: 'Hanna Smit' }).waitFor();
  await page.locator('enrollment-status [part="label"]', { hasText: 'Ingeschreven' }).waitFor();
});
