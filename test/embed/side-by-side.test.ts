// More than one file of the kit on a page.
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { expect } from '@open-wc/testing';
import { newEnrollment, newProduct } from '../contract/records.js';
import { textPdf } from '../elements/certificate-bundle/made-files.js';
import { waitUntil } from '../support/wait-until.js';

// By its name: Firefox takes a frame made of text for another place than 'self'.
const HERE = location.origin;
const POLICY = `default-src ${HERE}; script-src ${HERE} 'unsafe-inline'; require-trusted-types-for 'script'`;
const DIST = '/packages/embed/dist';

interface Kit {
  readonly version: string;
  defineElements(options?: { prefix: string }): void;
}

async function openPage(policy: string, body: string, lang = 'nl') {
  const frame = document.createElement('iframe');
  const problems: string[] = [];
  const page = () => frame.contentWindow as Window & typeof globalThis & { kits: Kit[]; Enrollkit: Kit };
  // Told by the page: what happens while it loads is over before anybody outside could listen.
  Object.assign(window, { tellProblem: (text: string) => problems.push(text) });
  frame.srcdoc = `<!doctype html><html lang="${lang}">
    <meta http-equiv="Content-Security-Policy" content="${policy}">
    <script>
      addEventListener('error', ({ message }) => parent.tellProblem(message));
      document.addEventListener('securitypolicyviolation', (event) => parent.tellProblem(event.violatedDirective));
      console.warn = (text) => parent.tellProblem(text);
    </script>
    ${body}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  await loaded;
  return { page: page(), problems, close: () => frame.remove() };
}

const script = (address: string): string => `<script src="${address}"></script>`;
const label = (page: Window, selector: string): string | undefined =>
  page.document.querySelector(selector)?.shadowRoot?.querySelector('[part~="label"]')?.textContent.trim();

describe('the file with the elements and the one for whole groups', () => {
  for (const [first, second] of [
    ['enrollkit', 'enrollkit-groups'],
    ['enrollkit-groups', 'enrollkit'],
  ] as const) {
    it(`share a page and its records under Trusted Types without duplicates, ${first} first`, async () => {
      const database = `embed-groups-${first}`;
      const local = openIndexedDbBackend({ database });
      await local.putProduct(newProduct('p-1'));
      await local.createEnrollment({ id: 'e-1', ...newEnrollment(), productId: 'p-1' });
      const { page, problems, close } = await openPage(
        `${POLICY}; trusted-types lit-html enrollkit-groups`,
        `${script(`${DIST}/${first}.iife.js`)}${script(`${DIST}/${second}.iife.js`)}
        <enrollkit-backend type="indexeddb" database="${database}">
          <enrollment-roster></enrollment-roster><certificate-bundle product-id="p-1"></certificate-bundle>
        </enrollkit-backend>`,
      );
      const roster = page.document.querySelector('enrollment-roster')!;
      await waitUntil(() => roster.shadowRoot?.textContent.includes('Jan Jansen'), 'the row is there');
      expect(page.document.querySelector('certificate-bundle')!.shadowRoot).not.to.equal(null);
      expect(problems).to.deep.equal([]);
      local.close();
      close();
    });
  }
});

describe('the files with the elements, with <feed-check> and for whole groups', () => {
  const FILES = ['enrollkit', 'enrollkit-feed', 'enrollkit-groups'];
  for (const files of [FILES, FILES.toReversed()]) {
    it(`share a page under Trusted Types without duplicates, and have their workers, in the order ${files.join()}`, async () => {
      const database = `embed-three-${files[0]}`;
      const local = openIndexedDbBackend({ database });
      await local.putProduct(newProduct('p-1'));
      const { id } = await local.createCertification({ name: 'BHV', requiresValidUntil: false });
      await local.linkCertifications('p-1', [id]);
      await local.createEnrollment({ id: 'e-1', ...newEnrollment(), productId: 'p-1' });
      const { page, problems, close } = await openPage(
        `${POLICY}; trusted-types lit-html enrollkit enrollkit-groups`,
        `${files.map((file) => script(`${DIST}/${file}.iife.js`)).join('')}
        <enrollkit-backend type="indexeddb" database="${database}">
          <enrollment-status enrollment-id="nobody"></enrollment-status><certificate-bundle product-id="p-1"></certificate-bundle>
        </enrollkit-backend>
        <feed-check></feed-check>`,
      );
      const shadow = (tag: string): ShadowRoot => page.document.querySelector(tag)!.shadowRoot!;
      const summary = await page.document.querySelector('feed-check')!.check('<Products><Product/></Products>');
      expect(summary).to.deep.include({ products: 1, isOnPage: false });
      await waitUntil(() => shadow('enrollment-status').querySelector('[part~="problem"]'), 'the status answers');
      // Whose it is only its text tells, which is read in a worker.
      const zone = (): HTMLInputElement | null => shadow('certificate-bundle').querySelector('#files');
      await waitUntil(zone, 'files can be chosen');
      const input = zone()!;
      const list = new page.DataTransfer();
      list.items.add(textPdf('scan.pdf', 'Jan Jansen'));
      input.files = list.files;
      input.dispatchEvent(new page.Event('change', { bubbles: true }));
      const item = (): string => shadow('certificate-bundle').querySelector('[part~="item"]')?.textContent ?? '';
      await waitUntil(() => item().includes('Jan Jansen'), 'the file is matched');
      expect(problems).to.deep.equal([]);
      local.close();
      close();
    });
  }
});

describe('a page in a language that has a file of its own', () => {
  const STATUS = `<enrollkit-backend type="indexeddb" database="embed-languages">
    <enrollment-status enrollment-id="e-1"></enrollment-status></enrollkit-backend>`;
  let local: ReturnType<typeof openIndexedDbBackend>;
  before(async () => {
    local = openIndexedDbBackend({ database: 'embed-languages' });
    // Without dates, so that no day changes it.
    const { productId, participant } = newEnrollment();
    if (!(await local.getEnrollment('e-1').catch(() => undefined)))
      await local.createEnrollment({ id: 'e-1', productId, participant });
  });
  after(() => local.close());

  it('fetches it once for all files of the kit, and the worker its own; under Trusted Types, without a complaint', async () => {
    const { page, problems, close } = await openPage(
      `${POLICY}; trusted-types lit-html enrollkit`,
      `${script(`${DIST}/enrollkit.iife.js`)}${script(`${DIST}/enrollkit-feed.iife.js`)}${STATUS}<feed-check></feed-check>`,
      'de-AT',
    );
    await waitUntil(() => label(page, 'enrollment-status') === 'Angemeldet', 'the status is German');
    const feed = page.document.querySelector('feed-check')!;
    const says = (words: string): boolean => feed.shadowRoot?.textContent.includes(words) ?? false;
    await waitUntil(() => says('Produktfeed prüfen'), 'the element is German');
    await feed.check('<Products><Product><Name>Kurs</Name></Product></Products>');
    await waitUntil(() => says('Das Pflichtelement Price fehlt.'), 'the findings are German');
    const fetched = page.performance.getEntriesByType('resource').map(({ name }) => name.split('/').pop());
    expect(fetched.filter((name) => name === 'enrollkit-de.js')).to.have.length(1);
    expect(fetched).not.to.include('enrollkit-fr.js');
    expect(problems).to.deep.equal([]);
    close();
  });

  it('is spoken to in English where it can’t be fetched, and the console says so', async () => {
    const { page, problems, close } = await openPage(
      `script-src ${HERE}${DIST}/enrollkit.iife.js 'unsafe-inline'`,
      `${script(`${DIST}/enrollkit.iife.js`)}${STATUS}`,
      'fr',
    );
    await waitUntil(() => label(page, 'enrollment-status') === 'Enrolled', 'the status is English');
    await waitUntil(() => problems.some((text) => text.includes('"fr"')), 'the console says so');
    close();
  });
});

describe('two versions of the kit that register nothing by themselves', () => {
  it('have their own tags, leave the bare ones free, and agree about a record', async () => {
    const backend = openIndexedDbBackend({ database: 'embed-versions' });
    if (!(await backend.getEnrollment('e-1').catch(() => undefined)))
      await backend.createEnrollment({ id: 'e-1', ...newEnrollment() });
    const tags = (prefix: string): string =>
      `<${prefix}-enrollkit-backend type="indexeddb" database="embed-versions">
        <${prefix}-enrollment-status enrollment-id="e-1"></${prefix}-enrollment-status></${prefix}-enrollkit-backend>`;
    const { page, problems, close } = await openPage(
      `${POLICY}; trusted-types lit-html 'allow-duplicates'`,
      `<script>kits = []</script>
      ${script('/older/enrollkit-manual.iife.js')}
      <script>kits.push(Enrollkit); Enrollkit.defineElements({ prefix: 'acme' });</script>
      ${script(`${DIST}/enrollkit-manual.iife.js`)}
      <script>kits.push(Enrollkit); Enrollkit.defineElements({ prefix: 'beta' });</script>
      ${tags('acme')}${tags('beta')}`,
    );
    const [older, newer] = page.kits as [Kit, Kit];
    expect(older.version).to.equal('0.0.9');
    expect(newer.version).to.not.equal(older.version);
    for (const tag of ['enrollkit-backend', 'enrollment-status', 'certificate-upload', 'price-breakdown'])
      expect(page.customElements.get(tag), tag).to.equal(undefined);
    const both = (): (string | undefined)[] =>
      ['acme', 'beta'].map((prefix) => label(page, `${prefix}-enrollment-status`));
    await waitUntil(() => both().every((text) => text), 'both show the record');
    const { version } = await backend.getEnrollment('e-1');
    await backend.changeStatus('e-1', 'no-show', { expectedVersion: version });
    await waitUntil(() => both().every((text) => text === 'No-show'), 'both show the change');
    expect(problems).to.deep.equal([]);

    // Who loads both without prefixes is told which one is there.
    older.defineElements();
    newer.defineElements();
    await waitUntil(() => problems.length > 0, 'the console says so');
    expect(problems.join('\n'))
      .to.contain('by version 0.0.9 of the kit')
      .and.to.contain(`not version ${newer.version}`);
    close();
    backend.close();
  });

  it('are registered at once by the files that are for that', async () => {
    const { page, close } = await openPage(
      `${POLICY}; trusted-types lit-html`,
      script(`${DIST}/enrollkit-rest.iife.js`),
    );
    expect(page.customElements.get('enrollment-status')).to.be.a('function');
    expect(page.Enrollkit.version).to.match(/^\d+\.\d+\.\d+$/);
    close();
  });
});
