// Rules that themes have for whatever stands in their content: a backend and what is in it must follow them.
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { backendOf } from '../price-breakdown/price-page.js';
import { course } from '../price-breakdown/courses.js';
import { waitUntil } from '../../support/wait-until.js';

/** What block themes, page builders and typography plugins write. */
const THEMES = {
  'a constrained layout': `
    .content > * { max-inline-size: 400px; margin-inline: auto !important; }
    .content > * + * { margin-block-start: 24px; }`,
  'a constrained layout with padding': `
    .content { padding-inline: 30px }
    .content > :where(:not(.alignleft):not(.alignfull)) { max-inline-size: min(90%, 500px); margin-inline: auto !important; }`,
  'a grid': `
    .content { display: grid; grid-template-columns: [full-start] 1fr [content-start] 420px [content-end] 1fr [full-end] }
    .content > * { grid-column: content }`,
  'a flex column': `.content { display: flex; flex-direction: column; align-items: stretch; gap: 12px; padding: 20px }`,
  'a flex row': `.content { display: flex; gap: 12px } .content > * { flex: 1 1 0; min-inline-size: 0 }`,
  prose: `
    .content { max-inline-size: 65ch; margin-inline: auto; line-height: 1.75 }
    .content :where(p):not(:where(.plain *)) { margin-block: 1.25em }`,
};

const remove: HTMLStyleElement[] = [];
afterEach(() => remove.splice(0).forEach((style) => style.remove()));

async function pageWith(css: string): Promise<HTMLElement> {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  remove.push(style);
  const backend = { ...new HostRecords().backend(), ...backendOf([course]) };
  const page = await fixture<HTMLElement>(html`
    <div class="content" lang="nl">
      <p>Before it, with enough words to fill a line of the page and to begin a second one, as paragraphs do.</p>
      <enrollkit-backend .backend=${backend}>
        <enrollment-status enrollment-id="e1"></enrollment-status>
        <price-breakdown product-id=${course.id}></price-breakdown>
        <p>Inside it, with enough words to fill a line of the page and to begin a second one, as paragraphs do.</p>
      </enrollkit-backend>
      <p>After it, with enough words to fill a line of the page and to begin a second one, as paragraphs do.</p>
      <div><p>In a block of the page's own, between the same two.</p></div>
      <p>At the end of it all.</p>
    </div>
  `);
  page.style.inlineSize = '760px';
  await waitUntil(() =>
    [...page.querySelectorAll('[enrollment-id]')].every((each) => each.matches(':not(:state(loading))')),
  );
  return page;
}

const sides = (element: Element): readonly number[] => {
  const { left, width } = element.getBoundingClientRect();
  return [left, width].map(Math.round);
};

describe('<enrollkit-backend> between two paragraphs', () => {
  for (const [theme, css] of Object.entries(THEMES)) {
    it(`stands as they do in ${theme}, and so does what is in it`, async () => {
      const page = await pageWith(css);
      const [paragraph, backend] = page.children;
      if (theme !== 'a flex row') expect(sides(backend!)).to.deep.equal(sides(paragraph!));
      else expect(sides(backend!)[1]).to.equal(sides(paragraph!)[1]);
      for (const child of backend!.children) expect(sides(child), child.localName).to.deep.equal(sides(backend!));
    });
  }

  it('adds nothing to the margins around and inside it', async () => {
    const page = await pageWith('.content > * { margin-block: 0 } .content p { margin-block: 17px }');
    const [before, backend, after, block, end] = [...page.children];
    backend!.replaceChildren(...[...block!.children].map((child) => child.cloneNode(true)));
    const gaps = (one: Element, other: Element): number =>
      Math.round(other.getBoundingClientRect().top - one.getBoundingClientRect().bottom);
    expect(gaps(before!, backend!.firstElementChild!)).to.equal(gaps(after!, block!.firstElementChild!));
    expect(gaps(backend!.lastElementChild!, after!)).to.equal(gaps(block!.lastElementChild!, end!));
  });

  it('can be hidden, and be laid out by the page', async () => {
    const page = await pageWith('.content enrollkit-backend { display: flex }');
    const backend = page.querySelector('enrollkit-backend')!;
    expect(getComputedStyle(backend).display).to.equal('flex');
    remove.splice(0).forEach((style) => style.remove());
    backend.hidden = true;
    expect(getComputedStyle(backend).display).to.equal('none');
  });
});
