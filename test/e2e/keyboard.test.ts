import type { FileChooser, Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { CERTIFICATE_PDF, statusLabel, uploadButton } from './support/enrollment-page.js';
import { expectFocus, hasFocus } from './support/focus.js';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();

test('everything can be done without a mouse: find, open, change the status, upload', async () => {
  const { page } = visit();
  await open(page, '/');
  // Asked for early: a browser that is only now told to hand over its file dialog may miss the key that opens it.
  const fileDialog = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
  await tabTo(page, page.getByRole('searchbox'));
  // In one go: a slow typist's list is drawn anew after the last letter, though it had one row before. A key that is pressed
  // meanwhile would be pressed on nothing.
  await page.keyboard.insertText('noor');
  await expect.poll(() => page.locator('#rows tr').count()).toBe(1);
  await tabTo(page, page.getByRole('link', { name: 'Noor el Khatib' }));
  await page.keyboard.press('Enter');

  // What comes while somebody goes through a page with Tab may take the focus away.
  await page.waitForURL('**/enrollment.html*');
  await page.locator('html[data-loaded]').waitFor({ state: 'attached' });
  const pencil = page.getByRole('button', { name: 'Status wijzigen' });
  await pencil.waitFor();
  await tabTo(page, pencil);
  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('radio', { name: 'Gestart' }));
  await page.keyboard.press('Escape');
  await expectFocus(pencil);

  await page.keyboard.press('Enter');
  await expectFocus(page.getByRole('radio', { name: 'Gestart' }));
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expectFocus(page.getByRole('radio', { name: 'Niet geslaagd' }));
  await page.keyboard.press('Enter');
  await statusLabel(page).filter({ hasText: 'Niet geslaagd' }).waitFor();
  await expectFocus(pencil);

  await tabTo(page, page.locator('certificate-upload input[type="file"]'));
  await page.keyboard.press('Enter');
  await (await fileDialog).setFiles(CERTIFICATE_PDF);
  await page.getByText('Klaar om te uploaden').waitFor();
  await tabTo(page, page.getByLabel('Geldig vanaf'));
  await page.keyboard.type('08282026');
  await tabTo(page, uploadButton(page));
  await page.keyboard.press('Enter');
  await statusLabel(page).filter({ hasText: 'Afgerond' }).waitFor();
});

/** Presses Tab until this has the focus; a keyboard user gives up at some point. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await hasFocus(target)) return;
  }
  throw new Error(`Tab never reached ${target.toString()}`);
}
