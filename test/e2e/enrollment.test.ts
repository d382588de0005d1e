import { expect, test } from 'vitest';
import {
  CERTIFICATE_PDF,
  changeStatus,
  chooseCertificate,
  statusLabel,
  uploadButton,
} from './support/enrollment-page.js';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const STARTED = '/enrollment.html?id=voorbeeld-gestart';

test('the list shows every kind of status, and its search finds a person', async () => {
  const { page } = visit();
  await open(page, '/');
  const labels = page.locator('#rows enrollment-status [part="label"]');
  // The list is drawn anew when something is heard: what it shows is looked at until it is all there.
  await expect
    .poll(async () => [...new Set((await labels.allInnerTexts()).map((word) => word.trim()))].sort())
    .toEqual(['Afgerond', 'Geannuleerd', 'Gestart', 'Ingeschreven', 'Niet geslaagd', 'No-show']);

  await page.getByRole('searchbox').fill('ruben');
  await expect.poll(() => page.locator('#rows tr').count()).toBe(2);
});

test('a name is corrected where the enrollment is shown, and going back shows what was looked for', async () => {
  const { page } = visit();
  await open(page, '/');
  await page.getByRole('searchbox').fill('noor');
  await expect.poll(() => page.locator('#rows tr').count()).toBe(1);
  await page.getByRole('link', { name: 'Noor el Khatib' }).click();
  await page.locator('html[data-loaded]').waitFor({ state: 'attached' });

  await page.getByText('Gegevens verbeteren').click();
  await page.getByLabel('Naam', { exact: true }).fill('Noor el Khatib-Bos');
  await page.getByRole('button', { name: 'Opslaan' }).click();
  await page.getByRole('heading', { level: 1, name: 'Noor el Khatib-Bos' }).waitFor();
  await page.getByText('De gegevens zijn opgeslagen.').waitFor();
  // Who pressed the button isn't left at the top of the page.
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Gegevens verbeteren');

  await page.goBack();
  await page.getByRole('link', { name: 'Noor el Khatib-Bos' }).waitFor();
  expect(await page.getByRole('searchbox').inputValue()).toBe('noor');
  await expect.poll(() => page.locator('#rows tr').count()).toBe(1);
});

test('a status says why it is so and what comes next', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.getByText(/^Wordt Afgerond op .*, als de factuur is geüpload\.$/).waitFor();
  await page.getByRole('button', { name: 'Waarom?' }).click();
  await page.getByText(/^De startdatum is op .* verstreken/).waitFor();
});

test('a status chosen with the pencil stays after a reload, with who chose it', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await changeStatus(page, 'No-show');
  await statusLabel(page).filter({ hasText: 'No-show' }).waitFor();

  await page.reload();
  await statusLabel(page).filter({ hasText: 'No-show' }).waitFor();
  await page.getByText('gewijzigd door Marije Postma').waitFor();
});

test('an uploaded certificate completes the enrollment at once, and can be downloaded again after a reload', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await chooseCertificate(page, CERTIFICATE_PDF);
  await uploadButton(page).click();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();

  await page.reload();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Downloaden: certificate.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('certificate.pdf');
});

test('a second tab agrees without a reload', async () => {
  const { page, openTab } = visit();
  await open(page, STARTED);
  const list = await openTab('/');
  const other = await openTab(STARTED);
  await changeStatus(page, 'Niet geslaagd');

  await statusLabel(other).filter({ hasText: 'Niet geslaagd' }).waitFor();
  const row = list.getByRole('row', { name: /Noor el Khatib/ });
  await row.locator('[part="label"]').filter({ hasText: 'Niet geslaagd' }).waitFor();
});

test('who is choosing sees that somebody else was first, and keeps the choice', async () => {
  const { page, openTab } = visit();
  await open(page, STARTED);
  await page.getByRole('button', { name: 'Status wijzigen' }).click();
  await page.getByRole('radio', { name: 'Afgerond' }).check();
  const other = await openTab(STARTED);
  await changeStatus(other, 'No-show');

  await page.getByText('Intussen is de status gewijzigd in No-show.').waitFor();
  expect(await page.getByRole('radio', { name: 'Afgerond' }).isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Toch wijzigen in Afgerond' }).click();
  await statusLabel(other).filter({ hasText: 'Afgerond' }).waitFor();
});

test('an invoice after the end date completes the enrollment', async () => {
  const { page } = visit();
  await open(page, '/enrollment.html?id=voorbeeld-wacht-op-factuur');
  await statusLabel(page).filter({ hasText: 'Gestart' }).waitFor();
  await page.locator('invoice-upload input[type="file"]').setInputFiles(CERTIFICATE_PDF);
  await page.locator('invoice-upload').getByRole('button', { name: 'Uploaden' }).click();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
});

test('a cancelled enrollment has no pencil and takes no certificate', async () => {
  const { page } = visit();
  await open(page, STARTED);
  await page.getByRole('button', { name: 'Inschrijving annuleren' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Inschrijving annuleren' }).click();
  await statusLabel(page).filter({ hasText: 'Geannuleerd' }).waitFor();
  await page.getByText('Er kan geen certificaat meer worden geüpload.').waitFor();
  expect(await page.getByRole('button', { name: 'Status wijzigen' }).count()).toBe(0);
});

test('a course without a certification gets one by following the link, and then takes a certificate', async () => {
  const { page } = visit();
  await open(page, '/enrollment.html?id=voorbeeld-zonder-certificering');
  await page.getByRole('link', { name: 'Certificering koppelen' }).click();
  await page.getByRole('button', { name: 'Nieuwe certificering' }).click();
  await page.getByLabel('Naam').fill('Zakelijk Engels B2');
  await page.getByRole('button', { name: 'Toevoegen' }).click();
  await page.getByText('Zakelijk Engels B2 is aan de cursus gekoppeld.').waitFor({ state: 'attached' });
  await page.getByRole('link', { name: 'Terug naar de inschrijving' }).click();

  await chooseCertificate(page, CERTIFICATE_PDF);
  await uploadButton(page).click();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
});
