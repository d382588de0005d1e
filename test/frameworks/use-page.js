/**
 * What a person does on the page of every app: sees the status and the price, may not change the status at first, then may,
 * and the page hears of it.
 *
 * @param {import('playwright-core').Page} page
 */
export async function usePage(page) {
  const status = page.locator('enrollment-status');
  const pencil = status.getByRole('button', { name: 'Change status' });
  await status.getByText('Started', { exact: true }).waitFor();
  await page.locator('price-breakdown').getByText('1,210.00').first().waitFor();
  if ((await pencil.count()) > 0) throw new Error('editable={false} showed the pencil');

  await page.locator('#edit').click();
  await pencil.click();
  await status.getByRole('radio', { name: 'Completed' }).check();
  await status.getByRole('button', { name: 'Update' }).click();
  await status.getByText('Completed', { exact: true }).first().waitFor();
  await page.locator('#heard').getByText('completed').waitFor();
}
