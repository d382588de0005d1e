import { expect, fixture, html } from '@open-wc/testing';
import type { ProductDetails } from '@enrollkit/elements/product-details.js';
import { fullProduct } from './full-product.js';
import { waitUntil } from '../../support/wait-until.js';

const POLICY = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  `style-src ${location.origin}`,
  `connect-src ${location.origin}`,
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

it('A description is shown on a page with a strict policy, by the one Trusted Types policy of Lit', async () => {
  const frame = await fixture<HTMLIFrameElement>(html`<iframe width="600" height="600"></iframe>`);
  frame.srcdoc = `<!doctype html><html lang="nl"><head>
    <meta http-equiv="Content-Security-Policy" content="${POLICY}">
    <base href="${location.origin}">
    <script type="module" src="${new URL('../../../packages/elements/src/product-details/define.ts', import.meta.url)}"></script>
    </head><body><product-details></product-details></body></html>`;
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  const page = frame.contentDocument!;
  const violations: string[] = [];
  page.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective));
  const element = page.querySelector<ProductDetails>('product-details')!;
  const { description } = fullProduct;
  element.product = {
    ...fullProduct,
    imageUrls: [],
    description: `${description}<img src="https://x.example.test/a.gif" onerror="x()"><p style="color:red">Rood</p>`,
  };
  await waitUntil(() => element.shadowRoot?.querySelector('.description h3'));
  expect(element.shadowRoot!.querySelector('.description')!.textContent).to.contain('Rood');
  expect(violations).to.deep.equal([]);
  // The policy is in force: what it forbids is noticed.
  page.body.setAttribute('style', 'color: red');
  await waitUntil(() => violations.length === 1);
});
