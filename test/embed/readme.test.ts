// What the README says to write for a page without a server, on a page with the built file and nothing else.
import { expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../support/wait-until.js';

/** The page of "Embed it in ten lines", and the script that fills its database. */
async function blocks(): Promise<readonly string[]> {
  const readme = await (await fetch('/README.md')).text();
  const [, chapter = ''] = readme.split('\n## Embed it in ten lines\n');
  const [own = ''] = chapter.split('\n## ');
  return [...own.matchAll(/```html\n([\s\S]*?)```/g)].map(([, code = '']) => code);
}

async function open(code: string): Promise<Document> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe title="host" width="600" height="600"></iframe>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const database = `readme-${crypto.randomUUID()}`;
  const body = code
    .replaceAll('my-portal', database)
    .replace('src="/enrollkit.iife.js"', 'src="/packages/embed/dist/enrollkit.iife.js"');
  frame.srcdoc = `<!doctype html><html lang="nl"><title>Host</title><body>${body}</body></html>`;
  await loaded;
  return frame.contentDocument!;
}

describe('The ten lines of the README', () => {
  const read = (page: Document, tag: string) =>
    page.querySelector(tag)?.shadowRoot?.textContent.replaceAll(/\s+/g, ' ') ?? '';

  it('show what its script puts into a new database', async () => {
    const [lines = '', filling = ''] = await blocks();
    const page = await open(lines + filling);
    await waitUntil(() => read(page, 'enrollment-status').includes('Ingeschreven'));
    await waitUntil(() => read(page, 'certificate-upload').includes('Bedrijfshulpverlener'));
    await waitUntil(() => read(page, 'price-breakdown').includes('482,79'));
    expect(read(page, 'price-breakdown')).to.contain('Examen');
  });
});
