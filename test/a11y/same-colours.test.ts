import { expect, test } from 'vitest';
import { axeFindings } from '../e2e/support/page-checks.js';
import { visitDemo } from '../e2e/support/visit.js';

/** A page on which `texts` can be read, but not one of them. */
const READABLE = '<p>Readable</p>'.repeat(40);
const PALE = 'style="color: #ccc"';

const visit = visitDemo();

// Contrast is reckoned for some of the texts that look the same. None that looks otherwise may hide among them.
test.each([
  ['a text of its own among many', `${READABLE}<p ${PALE}>Pale</p>${READABLE}`],
  ['all of them', `<p ${PALE}>Pale</p>`.repeat(40)],
  ['one whose background is another', `${READABLE}<div style="background: #222">${READABLE}</div>`],
  ['one on what shines through', `<div style="opacity: 0.3">${READABLE}</div>${READABLE}`],
  [
    'small text of the colour of large',
    `<p style="color: #888; font-size: 2rem">Large</p>`.repeat(9).concat('<p style="color: #888">Small</p>'),
  ],
  [
    'behind hidden ones',
    `<p hidden ${PALE}>Pale</p><p ${PALE} style="visibility: hidden">Pale</p>`.repeat(9).concat(`<p ${PALE}>Pale</p>`),
  ],
  [
    'behind disabled ones',
    `<fieldset disabled>${`<button ${PALE}>Pale</button>`.repeat(9)}</fieldset><button ${PALE}>Pale</button>`,
  ],
  [
    'one in what lies over the page',
    `${READABLE}<div style="position: absolute; top: 0; background: #333">${READABLE}</div>`,
  ],
  [
    'a field',
    `<label>Name <input value="Ada"></label>`.repeat(9).concat(`<label>Name <input value="Ada" ${PALE}></label>`),
  ],
  ['one in a shadow root', `${READABLE}<div><template shadowrootmode="open"><p ${PALE}>Pale</p></template></div>`],
])('too little contrast is found in %s', async (_, body) => {
  const { page } = visit();
  await page.setContent(`<!doctype html><html lang="en"><title>Pale</title><main><h1>Pale</h1>${body}</main></html>`);
  const found = await axeFindings(page, ['color-contrast']);
  expect(found.join('\n')).toContain('color-contrast at');
  await page.evaluate(() => document.querySelector('main')?.remove());
});
