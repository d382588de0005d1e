import { Buffer } from 'node:buffer';

/** A page of one line, as a scanner with text recognition makes it. */
const PDF = `%PDF-1.4
1 0 obj
<< /Type /Catalog /Pages 2 0 R >>
endobj
2 0 obj
<< /Type /Pages /Kids [3 0 R] /Count 1 >>
endobj
3 0 obj
<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>
endobj
4 0 obj
<< /Length 47 >>
stream
BT /F1 18 Tf 72 700 Td (Sanne Jansen) Tj ET    
endstream
endobj
5 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>
endobj
trailer
<< /Size 6 /Root 1 0 R >>
%%EOF
`;

const FEED = '<Products><Product><ID>LAS-1</ID></Product></Products>';

/**
 * What a person does on the page of every bundler: has a feed checked, which takes a worker. What the page says is in a
 * language that is loaded when it is needed.
 *
 * @param {import('playwright-core').Page} page
 */
export async function useFeeds(page) {
  const feeds = page.locator('feed-check');
  await feeds.getByText('Check a product feed').first().waitFor();
  await withWorker(page, async () => {
    const input = feeds.locator('input[type=file]').first();
    await input.setInputFiles({ name: 'feed.xml', mimeType: 'text/xml', buffer: Buffer.from(FEED) });
    await feeds.getByText('LAS-1').first().waitFor();
  });
}

/**
 * The same, and has a scan matched that tells only in its text whose it is: a second worker.
 *
 * @param {import('playwright-core').Page} page
 */
export async function useFeedsAndScans(page) {
  await useFeeds(page);
  const bundle = page.locator('certificate-bundle');
  await withWorker(page, async () => {
    const input = bundle.locator('#files');
    await input.setInputFiles({ name: 'scan001.pdf', mimeType: 'application/pdf', buffer: Buffer.from(PDF) });
    await bundle.getByRole('tab', { name: 'Matched 1', exact: true }).waitFor();
  });
}

/** @param {import('playwright-core').Page} page @param {() => Promise<void>} work What takes a worker of its own */
async function withWorker(page, work) {
  let started = 0;
  const count = () => (started += 1);
  page.on('worker', count);
  await work();
  page.off('worker', count);
  if (started !== 1) throw new Error(`It was done with ${started} workers`);
}
