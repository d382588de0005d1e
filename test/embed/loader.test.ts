// The loader, on a page that has little at first and more later.
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { expect } from '@open-wc/testing';
import { TAGS } from '../../packages/embed/src/doctor/look-at-elements.js';
import { newProduct } from '../contract/records.js';
import { waitUntil } from '../support/wait-until.js';

interface Manifest {
  readonly modules: readonly { readonly declarations?: readonly { readonly tagName?: string }[] }[];
}

interface FileList {
  readonly version: string;
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly integrity: string }[];
}

const DIST = '/packages/embed/dist';
const { files, version } = (await (await fetch(`${DIST}/files.json`)).json()) as FileList;

/** The parts that are for one element or backend alone. */
const loaded = (page: Window): string[] =>
  page.performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => /enrollkit-parts\/(.*)-[^-]+\.js$/.exec(name)?.[1] ?? [])
    .filter((name) => /^(certificate-upload|enrollment-status|price-breakdown|feed-check|rest|indexeddb)$/.test(name));

describe('the loader', () => {
  it('fetches what the page has, and later what comes to it, each file as it was listed', async () => {
    const backend = openIndexedDbBackend({ database: 'embed-loader' });
    await backend.putProduct(newProduct('p-1'));
    const frame = document.createElement('iframe');
    const integrity = Object.fromEntries(files.map(({ name, integrity }) => [`${DIST}/${name}`, integrity]));
    frame.srcdoc = `<!doctype html><html lang="nl">
      <script type="importmap">${JSON.stringify({ integrity })}</script>
      <script type="module" src="${DIST}/enrollkit-loader.js" integrity="${integrity[`${DIST}/enrollkit-loader.js`]}"></script>
      <enrollkit-backend type="indexeddb" database="embed-loader"><price-breakdown product-id="p-1"></price-breakdown></enrollkit-backend>`;
    document.body.append(frame);
    const page = (): Window & typeof globalThis => frame.contentWindow as Window & typeof globalThis;
    const shown = (selector: string): string =>
      page().document.querySelector(selector)?.shadowRoot?.textContent.replace(/\s+/g, ' ') ?? '';
    await waitUntil(() => shown('price-breakdown').includes('482,79'), 'the price is shown');
    expect(page().customElements.get('enrollment-status')).to.equal(undefined);
    expect(loaded(page())).to.not.include.members(['rest']).and.to.not.include.members(['feed-check']);

    page().document.body.append(page().document.createElement('feed-check'));
    await waitUntil(() => page().customElements.get('feed-check'), 'what came later is defined');
    const summary = await page().document.querySelector('feed-check')!.check('<Products><Product/></Products>');
    expect(summary).to.deep.include({ products: 1, isOnPage: false });
    frame.remove();
    backend.close();
  });

  it('fetches what a pencil shows when a pointer comes near it, and not before', async () => {
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="nl"><script type="module" src="${DIST}/enrollkit-loader.js"></script>
      ${'<enrollment-status compact editable></enrollment-status>'.repeat(3)}`;
    document.body.append(frame);
    await waitUntil(() => frame.contentDocument?.querySelector('enrollment-status')?.shadowRoot);
    const page = frame.contentWindow as Window & typeof globalThis;
    const statuses = [...page.document.querySelectorAll('enrollment-status')];
    for (const status of statuses) {
      const enrollment = { id: 'e1', productId: 'p1', status: 'started', history: [], version: 1 };
      Object.assign(status, { enrollment, backend: { getEnrollment: () => undefined, changeStatus: () => undefined } });
    }
    const find = (selector: string) => statuses[2]!.shadowRoot!.querySelector(selector);
    await waitUntil(() => find('.edit'));
    const isFetched = (): boolean =>
      page.performance.getEntriesByType('resource').some(({ name }) => name.includes('/status-more-'));
    const near = (selector: string) =>
      find(selector)!.dispatchEvent(new page.PointerEvent('pointerover', { bubbles: true, composed: true }));
    near('.label');
    await fetch(DIST + '/files.json');
    expect(isFetched()).to.equal(false);
    near('.edit');
    await waitUntil(isFetched);
    frame.remove();
  });

  it('says what to do when a part that somebody needs is gone: the page was updated on its server', async () => {
    const parts = files.map(({ name }) => name).filter((name) => /enrollkit-parts\/(status-more|sending)-/.test(name));
    expect(parts.length).to.be.at.least(2);
    const imports = Object.fromEntries(parts.map((name) => [`${DIST}/${name}`, `${DIST}/gone.js`]));
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="nl">
      <script type="importmap">${JSON.stringify({ imports })}</script>
      <script type="module" src="${DIST}/enrollkit-loader.js"></script>
      <enrollment-status enrollment-id="e1" editable></enrollment-status>
      <certificate-upload enrollment-id="e1"></certificate-upload>`;
    document.body.append(frame);
    const element = (tag: string) => frame.contentDocument?.querySelector<HTMLElement>(tag);
    const find = (tag: string, selector: string) => element(tag)?.shadowRoot?.querySelector<HTMLElement>(selector);
    const isTold = (tag: string) => find(tag, '[role=alert]')?.textContent.includes('Laad de pagina opnieuw.');
    await waitUntil(() => element('certificate-upload'));
    const certification = { id: 'c1', name: 'PRINCE2', requiresValidUntil: false, verified: true, version: 1 };
    const backend = {
      getEnrollment: async () => ({ id: 'e1', productId: 'p1', status: 'started', history: [], version: 1 }),
      getProduct: async () => ({ id: 'p1', certificationIds: ['c1'] }),
      listCertifications: async () => ({ items: [certification] }),
      changeStatus: async () => undefined,
      uploadCertificate: async () => undefined,
    };
    for (const tag of ['enrollment-status', 'certificate-upload']) Object.assign(element(tag)!, { backend });

    await waitUntil(() => find('enrollment-status', '.edit'), 'the pencil is there');
    expect(find('enrollment-status', '[part=label]')!.textContent).to.equal('Gestart');
    for (const button of ['.edit', '[part~=why-button]']) {
      find('enrollment-status', button)!.click();
      await waitUntil(() => isTold('enrollment-status'), button);
    }
    expect(find('enrollment-status', '.panel')).to.equal(null);

    // Before anything is filled in for nothing.
    await waitUntil(() => isTold('certificate-upload'), 'the form says it');
    expect(find('certificate-upload', '#file')).not.to.equal(null);
    frame.remove();
  });

  it('knows every element that there is, and so does the doctor', async () => {
    const { modules } = (await (await fetch('/packages/elements/custom-elements.json')).json()) as Manifest;
    const tags = modules.flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []));
    expect(Object.keys(TAGS).sort()).to.deep.equal(tags.sort());
    const frame = document.createElement('iframe');
    frame.srcdoc = `<!doctype html><html lang="nl"><script type="module" src="${DIST}/enrollkit-loader.js"></script>
      ${tags.map((tag) => `<${tag}></${tag}>`).join('')}`;
    document.body.append(frame);
    const missing = (): string[] => tags.filter((tag) => !frame.contentWindow!.customElements.get(tag));
    await waitUntil(() => missing().length === 0).catch(() => undefined);
    expect(missing()).to.deep.equal([]);
    frame.remove();
  });

  it('is listed with every other file, with sizes and hashes that are theirs', async () => {
    expect(version).to.match(/^\d+\.\d+\.\d+$/);
    expect(files.map(({ name }) => name)).to.include.members(['enrollkit-loader.js', 'enrollkit.iife.js']);
    for (const { name, bytes, integrity } of files) {
      // The server of these tests writes other addresses into imports of packages: then it is not the file any more.
      const served = await (await fetch(`${DIST}/${name}`)).text();
      if (/import\("(?!\.\/enrollkit)/.test(served)) continue;
      const content = await (await fetch(`${DIST}/${name}`, { integrity })).arrayBuffer();
      expect(content.byteLength, name).to.equal(bytes);
    }
  });
});
