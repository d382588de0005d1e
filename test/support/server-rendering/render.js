// Renders elements on a server, from the built packages, and prints them by name as JSON. A program of its own: what a
// server has in place of a page must not come into the process of who asks.
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { readFileSync } from 'node:fs';
import '@enrollkit/elements/ssr.js';
import { enrollment, product } from './records.js';

const rendered = {
  'enrollment-status': html`<enrollment-status
    locale="en"
    enrollment-id="e1"
    .enrollment=${enrollment}
  ></enrollment-status>`,
  'price-breakdown': html`<price-breakdown locale="en" product-id="p1" .product=${product}></price-breakdown>`,
  'starting-dates': html`<starting-dates locale="en" product-id="p1" .product=${product}></starting-dates>`,
  'product-details': html`<product-details locale="en" product-id="p1" .product=${product}></product-details>`,
};

/** Every element, with nothing given, in each language. */
const manifest = JSON.parse(readFileSync('packages/elements/custom-elements.json', 'utf8'));
const bare = manifest.modules.flatMap(({ declarations: [{ tagName }] }) =>
  ['nl', 'en'].map((locale) => {
    const tag = unsafeStatic(tagName);
    return [`${tagName} ${locale}`, staticHtml`<${tag} locale=${locale} enrollment-id="e1" product-id="p1"></${tag}>`];
  }),
);

const results = {};
for (const [name, template] of [...Object.entries(rendered), ...bare])
  results[name] = await collectResult(render(template));
process.stdout.write(JSON.stringify(results));
