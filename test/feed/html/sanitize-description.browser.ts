import { expect } from '@open-wc/testing';
import { sanitizeDescription } from '@enrollkit/feed/html';
import { renderDescription } from '@enrollkit/feed/html/render.js';
import { sanitizeDescription as sanitizeWithoutDom } from '@enrollkit/feed/html/without-dom.js';
import { framedPage } from '../../elements/host-page/framed-page.js';
import { DESCRIPTION_CASES } from './description-cases.js';

/** What a browser's own parser makes of it, in a document that nothing shows. */
function parsed(html: string): string {
  return new DOMParser().parseFromString(`<body>${html}`, 'text/html').body.innerHTML.replaceAll('&nbsp;', '\u00a0');
}

describe('sanitizing a description in a browser', function () {
  // WebKit clears away deep trees when it likes, and takes its time then.
  this.timeout(120_000);

  for (const { title, html, becomes, inBrowser } of DESCRIPTION_CASES) {
    it(title, () => {
      const once = sanitizeDescription(html);
      expect(once).to.equal(inBrowser?.becomes ?? becomes);
      expect(sanitizeDescription(once)).to.equal(once);
    });
  }

  it('answers what a browser reads as it was meant, so that nothing hides in how it is mended', () => {
    for (const { html } of DESCRIPTION_CASES.filter((each) => each.html.length < 1000)) {
      for (const safe of [sanitizeDescription(html), sanitizeWithoutDom(html)]) {
        expect(parsed(safe).trim()).to.equal(safe.trim());
      }
    }
  });

  it('answers the same as in Node, and in a worker that has no document', async () => {
    const worker = new Worker(new URL('./sanitizing-worker.ts', import.meta.url), { type: 'module' });
    const answers = new Promise<unknown>((resolve) => {
      worker.addEventListener('message', ({ data }) => resolve(data), { once: true });
    });
    const cases = DESCRIPTION_CASES.filter(({ html }) => html.length < 1000);
    worker.postMessage(cases.map(({ html }) => html));
    expect(await answers).to.deep.equal({ refused: 'invalid', becomes: cases.map(({ becomes }) => becomes) });
    worker.terminate();
  });

  it('makes the same nodes, that hold no script and no attribute', () => {
    for (const { html } of DESCRIPTION_CASES.filter((each) => each.html.length < 1000)) {
      const box = document.createElement('div');
      box.append(renderDescription(html));
      expect(box.innerHTML.replaceAll('&nbsp;', '\u00a0').trim()).to.equal(sanitizeDescription(html).trim());
      expect([...box.querySelectorAll('*')].flatMap((element) => [...element.attributes])).to.deep.equal([]);
    }
  });

  it('works under the strictest policy, with the one Trusted Types policy that it makes', async () => {
    const page = await framedPage({
      policy: [
        "default-src 'none'",
        `script-src ${location.origin}`,
        "require-trusted-types-for 'script'",
        'trusted-types enrollkit-html',
      ].join('; '),
      body: '<p id="described"></p>',
    });
    await page.load(new URL('./strict-sanitizing.ts', import.meta.url).href);
    const shown = page.document.querySelector('#described')!;
    expect(shown.innerHTML).to.equal('<b>Leer</b> lassen');
    expect(page.violations).to.deep.equal([]);
    expect(page.errors).to.deep.equal([]);
  });
});
