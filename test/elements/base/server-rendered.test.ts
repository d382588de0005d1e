import type { EnrollmentStatus } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { enrollment, product } from '../../support/server-rendering/records.js';
import { waitUntil } from '../../support/wait-until.js';

const rendered = (await (await fetch('/server-rendered.json')).json()) as Record<string, string>;
const source = (file: string) => new URL(`../../../packages/elements/src/${file}`, import.meta.url).href;

/** What of each element must be there before any script, after it, and all the time between. */
const SHOWN = {
  'enrollment-status': { says: 'Started', given: { enrollment } },
  'price-breakdown': { says: '1,210.00', given: { product } },
  'starting-dates': { says: 'March 2031', given: { product } },
  'product-details': { says: 'Training', given: { product } },
};

/** A page as a server sends it. Its script gives what is `given`, or a backend that answers later. */
async function open(markup: string, script: string): Promise<{ page: Document; complaints: string[] }> {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe width="600" height="600"></iframe>`);
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  frame.srcdoc = `<!doctype html><html lang="en"><head><base href="${location.origin}"><script>
      complaints = [];
      onerror = (message) => complaints.push(message);
      onunhandledrejection = ({ reason }) => complaints.push(reason.message);
      console.error = console.warn = (...words) => complaints.push(words.join(' '));
    </script></head><body>${markup}<script type="module">${script}</script></body></html>`;
  await loaded;
  return {
    page: frame.contentDocument!,
    complaints: (frame.contentWindow as unknown as { complaints: string[] }).complaints,
  };
}

/** Notes whatever the element shows while its script takes it over. */
const WATCH = `
  const element = document.body.firstElementChild;
  globalThis.seen = [element.shadowRoot.textContent];
  new MutationObserver(() => seen.push(element.shadowRoot.textContent))
    .observe(element.shadowRoot, { childList: true, subtree: true, characterData: true });
`;
const LITS_OWN = `await import('${new URL('../../../node_modules/@lit-labs/ssr-client/lit-element-hydrate-support.js', import.meta.url).href}');`;
/** A value as a script has it, which no description can end. */
const written = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');
/** Lit says that it is its development build, and that the page has its other one beside it. */
const isOurs = (line: string) => !line.includes('https://lit.dev/msg/');
const seenOn = (page: Document) => (page.defaultView as unknown as { seen: string[] }).seen;
const count = (text: string, part: string) => text.split(part).length - 1;

describe('Elements that a server has rendered', () => {
  it('each say in either language what they can say without a record, and none throws', () => {
    const bare = Object.entries(rendered).filter(([name]) => /^\S+ (nl|en)$/.test(name));
    expect(bare.length).to.be.at.least(18);
    for (const [name, markup] of bare) expect(markup, name).to.contain('<template shadowroot');
    expect(rendered['booking-withdrawal nl']).to.contain('Bezig met laden');
    expect(rendered['booking-withdrawal en']).to.contain('Loading');
  });

  for (const [tag, { says, given }] of Object.entries(SHOWN)) {
    for (const hydration of ['', LITS_OWN]) {
      it(`<${tag}> is there before its script, and taken over in one go${hydration && ' (Lit’s hydration on the page)'}`, async () => {
        const { page, complaints } = await open(
          rendered[tag]!,
          `${WATCH}
          Object.assign(element, ${written(given)});
          ${hydration}
          await import('${source(`${tag}/define.ts`)}');
          await element.updateComplete;
          globalThis.isTaken = true;`,
        );
        await waitUntil(() => (page.defaultView as unknown as { isTaken?: boolean }).isTaken, 'taken over');
        const root = page.querySelector(tag)!.shadowRoot!;
        const before = seenOn(page)[0]!;
        expect(count(before, says), before).to.be.at.least(1);
        for (const text of [...seenOn(page), root.textContent])
          expect(count(text, says), text).to.equal(count(before, says));
        expect(root.querySelectorAll('style')).to.have.length(0);
        expect(root.adoptedStyleSheets.length).to.be.at.least(1);
        expect(complaints.filter(isOurs)).to.deep.equal([]);
      });
    }
  }

  it('keep what the server showed until the record has come, and then work', async () => {
    const { page, complaints } = await open(
      rendered['enrollment-status']!,
      `${WATCH}
      element.editable = true;
      element.backend = {
        clock: () => '2026-09-01T10:00:00.000Z',
        getEnrollment: () => new Promise((resolve) => { globalThis.answer = resolve; }),
        changeStatus: async (id, status) => ({ ...${written(enrollment)}, status, version: 2 }),
      };
      await import('${source('enrollment-status/define.ts')}');`,
    );
    const view = page.defaultView as unknown as { answer?: (record: object) => void };
    await waitUntil(() => view.answer, 'asked');
    const element = page.querySelector<EnrollmentStatus>('enrollment-status')!;
    await element.updateComplete;
    expect(element.shadowRoot!.textContent).to.contain('Started');
    expect(element.shadowRoot!.querySelector('[part~="edit-button"]')).to.equal(null);

    view.answer!(enrollment);
    await waitUntil(() => element.shadowRoot!.querySelector('[part~="edit-button"]'));
    for (const text of seenOn(page)) expect(count(text, 'Started'), text).to.be.at.least(1);
    expect(seenOn(page).join()).not.to.contain('Loading');
    element.shadowRoot!.querySelector<HTMLElement>('[part~="why-button"]')!.click();
    await element.updateComplete;
    expect(element.shadowRoot!.querySelector('#why')!.hasAttribute('hidden')).to.equal(false);
    expect(complaints.filter(isOurs)).to.deep.equal([]);
  });
});
