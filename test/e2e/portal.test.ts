import { expect, test } from 'vitest';
import { changeStatus, statusLabel } from './support/enrollment-page.js';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const STARTED = '/enrollment.html?id=voorbeeld-gestart';

test('page and elements change language together, without a reload, and remember it', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.getByText(/^Wordt Afgerond op /).waitFor();
  await page.getByLabel('Taal').selectOption('en');
  await page.getByRole('heading', { name: 'Participation status' }).waitFor();
  await statusLabel(page).filter({ hasText: 'Started' }).waitFor();
  await page.locator('price-breakdown [part="total-amount"]', { hasText: '€1,537.51' }).waitFor();

  await open(page, '/');
  await page.getByRole('heading', { name: 'Enrollments' }).waitFor();
});

test('a chosen theme reaches the elements', async () => {
  const { page } = visit();
  await open(page, STARTED);
  const scheme = () => statusLabel(page).evaluate((label) => getComputedStyle(label).colorScheme);
  await page.getByLabel('Weergave').selectOption('dark');
  await expect.poll(scheme).toBe('dark');
  await page.getByLabel('Weergave').selectOption('light');
  await expect.poll(scheme).toBe('light');
});

test('the sample data can be put back', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await changeStatus(page, 'No-show');
  await statusLabel(page).filter({ hasText: 'No-show' }).waitFor();

  page.once('dialog', (dialog) => void dialog.accept());
  await page.getByRole('button', { name: 'Voorbeeldgegevens terugzetten' }).click();
  await page.waitForURL('**/index.html');
  const row = page.getByRole('row', { name: /Noor el Khatib/ });
  await row.locator('[part="label"]').filter({ hasText: 'Gestart' }).waitFor();
});

test('two tabs that open at the same time fill the database once', async () => {
  const { openTab } = visit();
  const tabs = await Promise.all([openTab('/'), openTab('/')]);
  for (const tab of tabs) await expect.poll(() => tab.locator('#rows tr').count()).toBe(26);
});

test('moved dates move the rules with them', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.getByText(/^Wordt Afgerond op /).waitFor();
  await page.getByLabel('Startdatum').fill('2099-03-02');
  await page.getByLabel('Einddatum').fill('2099-03-06');
  await page.getByRole('button', { name: 'Data verzetten' }).click();
  await page.getByText('De data zijn verzet.').waitFor();
  await page.getByText(/7\smaart 2099/).waitFor();
});
