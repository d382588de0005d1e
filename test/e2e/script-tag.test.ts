import { expect, test } from 'vitest';
import {
  CERTIFICATE_PDF,
  changeStatus,
  chooseCertificate,
  statusLabel,
  uploadButton,
} from './support/enrollment-page.js';
import { visitDemo } from './support/visit.js';

const visit = visitDemo();

test('one script tag is enough for a page that does real work', async () => {
  const { openTab } = visit();
  await openTab('/'); // The other site shows what the portal has.
  const page = await openTab('/script-tag.html');
  const scripts = await page.locator('script').evaluateAll((all) => all.map((script) => script.getAttribute('src')));
  expect(scripts).toEqual(['/embed/enrollkit.iife.js']);

  await changeStatus(page, 'Niet geslaagd');
  await statusLabel(page).filter({ hasText: 'Niet geslaagd' }).waitFor();
  await page.locator('price-breakdown [part="total-amount"]', { hasText: /€\s1\.537,51/ }).waitFor();
  await chooseCertificate(page, CERTIFICATE_PDF);
  await uploadButton(page).click();
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
});

test('the portal in another tab agrees with the other site at once', async () => {
  const { openTab } = visit();
  const page = await openTab('/');
  const other = await openTab('/script-tag.html');
  await changeStatus(other, 'No-show');
  const row = page.getByRole('row', { name: /Noor el Khatib/ });
  await row.locator('[part="label"]').filter({ hasText: 'No-show' }).waitFor();
});
