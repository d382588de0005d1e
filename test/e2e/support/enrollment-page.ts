import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

/** A real PDF, written by Ghostscript. */
export const CERTIFICATE_PDF = fileURLToPath(new URL('../../fixtures/certificates/certificate.pdf', import.meta.url));

/** What the enrollment page shows as the participant's status. */
export function statusLabel(page: Page): Locator {
  return page.locator('enrollment-status [part="label"]');
}

/**
 * Presses the pencil, chooses and updates, and waits until that is stored: another page may hear of it before this one, whose
 * pencil then only closes what is open still.
 */
export async function changeStatus(page: Page, status: string): Promise<void> {
  await page.getByRole('button', { name: 'Status wijzigen' }).click();
  await page.getByRole('radio', { name: status }).check();
  const update = page.getByRole('button', { name: 'Bijwerken' });
  await update.click();
  await update.waitFor({ state: 'hidden' });
}

/** Chooses a certificate and says from when it is valid. Sends nothing yet. */
export async function chooseCertificate(page: Page, file: string | { name: string; buffer: Buffer }): Promise<void> {
  // Not the one in the placeholder, which nobody can reach.
  const input = page.locator('certificate-upload section > form input[type="file"]');
  await input.setInputFiles(typeof file === 'string' ? file : { ...file, mimeType: 'application/pdf' });
  await page.getByText('Klaar om te uploaden').waitFor();
  await page.getByLabel('Geldig vanaf').fill('2026-08-28');
}

/** The button that sends. */
export function uploadButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Uploaden', exact: true });
}
