import '@enrollkit/elements/price-breakdown.js';
import '@enrollkit/elements/product-details.js';
import '@enrollkit/elements/starting-dates.js';
import { EnrollkitError, type Product } from '@enrollkit/core';
import { expect, fixture, html } from '@open-wc/testing';
import type { ProductDetails } from '@enrollkit/elements/product-details.js';
import { AGREED, fullProduct, SEEN } from './full-product.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const trainers = [{ name: 'Noor de Wit' }];

async function show(properties: Partial<ProductDetails>, lang = 'nl'): Promise<ProductDetails> {
  const page = await fixture<HTMLDivElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement('product-details');
  Object.assign(element, properties);
  page.append(element);
  await element.updateComplete;
  return element;
}

const read = (node: Node | null | undefined): string =>
  (node?.textContent ?? '').replace(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();
const all = (element: HTMLElement, selector: string): HTMLElement[] => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector),
];
const facts = (element: ProductDetails) =>
  all(element, '.fact').map(({ innerText }) => innerText.replace(/\s+/g, ' ').trim());
const text = (element: ProductDetails) => read(all(element, '.details')[0]);

describe('<product-details>', () => {
  it('is accessible with everything, in both languages, from right to left and on 320 px', async () => {
    for (const lang of ['nl', 'en']) {
      const element = await show({ product: fullProduct, trainers }, lang);
      await expect(element).to.be.accessible();
    }
    const element = await show({ product: fullProduct, trainers });
    element.parentElement!.style.width = '296px';
    element.parentElement!.dir = 'rtl';
    await expect(element).to.be.accessible();
    for (const part of all(element, '*')) {
      expect(part.getBoundingClientRect().right, part.outerHTML).to.be.at.most(
        element.getBoundingClientRect().right + 1,
      );
    }
  });

  it('shows every field where the table of the documentation says so', async () => {
    const table = await (await fetch(new URL('../../../packages/elements/FIELDS.md', import.meta.url))).text();
    const rows = [...table.matchAll(/^\|[^|]*\| `(\w+)` +\|([^|]+)\|$/gm)].map(
      ([, field, where]) => [field, where] as const,
    );
    expect(rows.map(([field]) => field).toSorted()).to.deep.equal(Object.keys(fullProduct).toSorted());

    const page = await fixture<HTMLDivElement>(
      html`<div lang="nl">
        <product-details .product=${fullProduct} .trainers=${trainers}></product-details>
        <price-breakdown .product=${fullProduct} site="alliander" selectable></price-breakdown>
        <starting-dates .product=${fullProduct} .backend=${{ clock: () => '2026-09-01T08:00:00Z' }}></starting-dates>
        <product-details .product=${{ ...fullProduct, ...AGREED }}></product-details>
      </div>`,
    );
    const of = (tag: string) => page.querySelector<HTMLElement>(tag)!.shadowRoot!;
    const agreed = [...page.querySelectorAll('product-details')].at(-1)!.shadowRoot!;
    await waitUntil(() => read(of('product-details')).includes('Overijssel'));
    for (const [field, where] of rows as (readonly [keyof Product, string])[]) {
      const seen = SEEN[field];
      const [, tag] = /<([\w-]+)/.exec(where) ?? [];
      if (seen === undefined || tag === undefined) continue;
      const shown = field in AGREED ? agreed : of(tag);
      const found = seen.startsWith('[') ? shown.querySelector(seen) !== null : read(shown).includes(seen);
      expect(found, `${field} in <${tag}>`).to.equal(true);
    }
  });

  it('shows exactly the parts that are asked for', async () => {
    const element = await show({ product: fullProduct, trainers, only: 'trainers schedule' });
    expect(facts(element)).to.deep.equal([
      'Doorlooptijd Two weeks',
      'Lesmomenten Overdag Zaterdag',
      'Trainers Noor de Wit',
    ]);
    expect(all(element, 'img, .video, .description')).to.have.length(0);
  });

  it('calls an organisation by its full name where the host has a list of them', async () => {
    const organisations = ['knmg', 'SKJ', 'Stichting  Kwaliteitsregister Jeugd', 'CRKBO'];
    const pePoints = organisations.map((organisation) => ({ organisation, pointType: 'PE', points: '2' }));
    const element = await show({ product: { ...fullProduct, pePoints }, only: 'points' });
    expect(facts(element)[0]).to.contain('2 PE, knmg 2 PE, SKJ');
    element.peOrganisations = [
      { id: 'KNMG', name: 'Artsenfederatie KNMG' },
      { id: 'SKJ', name: 'Stichting Kwaliteitsregister Jeugd' },
    ];
    await element.updateComplete;
    const jeugd = '2 PE, Stichting Kwaliteitsregister Jeugd';
    expect(facts(element)[0]).to.match(new RegExp(`2 PE, Artsenfederatie KNMG ${jeugd} ${jeugd} 2 PE, CRKBO$`));
  });

  it('says of what is agreed on that it is, instead of a number', async () => {
    const element = await show({ product: { ...fullProduct, ...AGREED }, only: 'duration participants' });
    expect(facts(element)).to.deep.equal(['Duur In overleg', 'Studielast 16 uur', 'Deelnemers In overleg']);
  });

  it('shows a trainer with photo and name, and without the photo where there is none that can be had', async () => {
    const photoUrl = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg"/>')}`;
    const own = new URL('/trainer.svg', location.href).href;
    const of = (name: string, photo?: string) => ({ name, photoUrl: photo });
    const asked = [of('Noor de Wit', own), of('Hanneke'), of('Sam', 'javascript:alert(1)'), of('Ali', photoUrl)];
    const element = await show({ product: fullProduct, trainers: asked, only: 'trainers' });
    const shown = all(element, '[part="trainer"]');
    expect(shown.map(read)).to.deep.equal(['Noor de Wit', 'Hanneke', 'Sam', 'Ali']);
    const [photo, ...others] = all(element, '[part="photo"]') as HTMLImageElement[];
    expect(others).to.deep.equal([]);
    // The name stands beside it.
    for (const [name, value] of Object.entries({ src: own, alt: '', loading: 'lazy', width: '40', height: '40' }))
      expect(photo).to.have.attribute(name, value);
    expect(photo?.parentElement).to.equal(shown[0]);
    // There is no such picture on this page's server.
    photo?.scrollIntoView();
    await waitUntil(() => photo?.hidden, 'what can not be loaded is not there');
  });

  it('shows nothing for what is absent', async () => {
    const element = await show({ product: { id: 'x', name: 'Kaal', imageUrls: [] } });
    expect(text(element)).to.equal('');
    expect(all(element, 'dl, img, .video')).to.have.length(0);
    await expectAccessibleInOneEngine(element);
  });

  it('marks the text of the course as what it is in', async () => {
    const element = await show({ product: fullProduct, only: 'description completion kind' });
    expect(all(element, '.description')[0]).to.have.attribute('lang', 'en');
    expect(all(element, 'dd span')[0]).to.have.attribute('lang', 'en');
    expect(all(element, '.details')[0]).to.have.attribute('lang', 'nl');
  });

  it('shows of a description only what may be in one, runs nothing of it and asks for nothing', async () => {
    const description = `<p onclick="x()" style="color:red">Een <a href="javascript:x()">cursus</a><script>globalThis.hit = 1</script>
      <img src="https://tracker.example.test/a.gif" onerror="globalThis.hit = 1"><b>vet</b></p>
      <svg><style><img src=x onerror="globalThis.hit = 1"></style></svg><table><tr><td>Cel</td></tr></table>
      <template><p>weg</p></template><iframe srcdoc="<script>parent.hit = 1</script>"></iframe><h2>Kop</h2>`;
    const element = await show({ product: { ...fullProduct, description }, only: 'description' });
    const block = all(element, '.description')[0]!;
    expect(read(block).replace(/\s+/g, ' ')).to.equal('Een cursus vet Cel Kop');
    expect([...block.querySelectorAll('*')].map(({ localName }) => localName)).to.deep.equal(['p', 'b', 'h3']);
    expect([...block.querySelectorAll('*')].every(({ attributes }) => attributes.length === 0)).to.equal(true);
    expect('hit' in globalThis).to.equal(false);
    const asked = performance.getEntriesByType('resource').filter(({ name }) => name.includes('tracker'));
    expect(asked).to.deep.equal([]);
  });

  it('links to pages only, and gives a picture its size and a name', async () => {
    const element = await show({
      product: { ...fullProduct, webAddress: 'javascript:alert(1)', pdfBrochureUrl: 'data:text/html,x' },
    });
    expect(all(element, 'a').map((link) => link.getAttribute('href'))).to.deep.equal([
      'https://apps.duo.nl/MCROHO/pages/zoeken.jsf',
      'https://kwalificaties.s-bb.nl/',
      'tel:0301234567',
      'mailto:info@example.test',
    ]);
    const images = all(element, 'img');
    expect(images).to.have.length(1);
    for (const [name, value] of Object.entries({
      alt: 'Projectmatig werken, afbeelding 1',
      loading: 'lazy',
      width: '640',
      height: '360',
    }))
      expect(images[0]).to.have.attribute(name, value);
  });

  it('asks nothing of the video’s site before somebody presses play, and the focus goes to the player', async () => {
    // Of this page, where there is none: nothing of another site is loaded by a test.
    const videoUrl = new URL('/film.mp4', location.href).href;
    const element = await show({ product: { ...fullProduct, videoUrl }, only: 'video' });
    expect(all(element, 'iframe, video')).to.have.length(0);
    all(element, 'button')[0]!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => element.shadowRoot!.activeElement?.localName === 'video');
    expect(all(element, 'video')[0]).to.have.attribute('aria-label', 'Video afspelen: Projectmatig werken');
  });

  it('never shows a trainer’s address, and asks for those who confirmed', async () => {
    let asked: unknown;
    const backend = {
      async listTrainers(query: unknown) {
        asked = query;
        const trainer = { email: 'noor@example.test', invitedAt: '2026-01-01T00:00:00Z', version: 1 };
        return {
          items: [
            { ...trainer, firstName: 'Noor', lastName: 'de Wit', state: 'confirmed' },
            { ...trainer, firstName: 'Nog', lastName: 'Niet', state: 'invited' },
            { ...trainer, state: 'confirmed' },
          ],
          total: 3,
        };
      },
    };
    const element = await show({ product: fullProduct, backend: backend as never, only: 'trainers' });
    await waitUntil(() => facts(element).length > 0);
    expect(facts(element)).to.deep.equal(['Trainers Noor de Wit']);
    expect(asked).to.deep.include({ emails: ['noor@example.test'], state: 'confirmed' });
    const refused = await show({
      product: fullProduct,
      backend: { listTrainers: () => Promise.reject(new Error()) } as never,
    });
    expect(text(refused)).not.to.contain('noor@');
  });

  it('follows the backend, and says what went wrong', async () => {
    const listeners = new Set<(change: never) => void>();
    let level = 'HBO';
    const element = await show({
      productId: 'course',
      only: 'level',
      backend: {
        getProduct: async () => ({ ...fullProduct, level }) as never,
        subscribe(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    });
    await waitUntil(() => facts(element)[0] === 'Niveau hbo');
    level = 'Advanced';
    for (const listener of listeners) listener({ kind: 'product', id: 'course' } as never);
    await waitUntil(() => facts(element)[0] === 'Niveau Expert');

    const failed = await show({
      productId: 'course',
      backend: {
        getProduct: async () => {
          throw new EnrollkitError('unavailable', 'down');
        },
      },
    });
    await waitUntil(() => failed.matches(':state(failed)'));
    await expectAccessibleInOneEngine(failed);
  });
});
