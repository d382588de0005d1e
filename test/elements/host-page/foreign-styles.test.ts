// Style sheets of real pages: resets, themes with !important, and what they hand down without meaning to.
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { CertificateHost, UPLOADED } from '../certificate-upload/certificate-host.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { course } from '../price-breakdown/courses.js';
import { waitUntil } from '../../support/wait-until.js';

const NOTHING = '';

const RESET = `* { all: unset }`;
const THEME = `
  button, input, select, label, table, th, td, h2, h3, p, ul, li, form, fieldset, svg, dialog, progress, a {
    display: block !important; position: absolute !important; inset: 0 !important; width: 3px !important;
    appearance: none !important; font: 40px/3 serif !important; color: red !important; border: 9px solid !important;
  }
  table { display: block !important } .label, .button, .panel, .row, .icon, .line { display: none !important }
  #why, #title, #file, #limits { visibility: hidden !important }
  [part] { display: none !important } [hidden] { display: block !important }`;
const HANDED_DOWN = `
  .host { letter-spacing: 1em; word-spacing: 2em; text-transform: uppercase; text-indent: 5em; text-align: center;
    white-space: nowrap; line-height: .6; text-shadow: 9px 9px red; word-break: break-all; hyphens: auto;
    border-collapse: collapse; border-spacing: 20px; list-style: square inside; text-align-last: right;
    font-variant: small-caps; tab-size: 20; }`;

const remove = new Set<HTMLStyleElement>();
afterEach(() => {
  for (const style of remove) style.remove();
  remove.clear();
});

async function pageWith(css: string, attributes: { readonly dir?: string; readonly fontSize?: string } = {}) {
  const style = document.createElement('style');
  style.textContent = css;
  document.head.append(style);
  remove.add(style);
  const host = new CertificateHost();
  host.certificates = [UPLOADED];
  const page = await fixture<HTMLElement>(html`
    <div class="host" lang="nl" dir=${attributes.dir ?? 'ltr'}>
      <enrollment-status enrollment-id="e1" editable show-history .backend=${new HostRecords().backend()}>
      </enrollment-status>
      <certificate-upload enrollment-id="e1" .backend=${host.backend()}></certificate-upload>
      <price-breakdown .product=${course} selectable></price-breakdown>
    </div>
  `);
  // The frame of the test, not of the page: the resets under test take everything else away.
  page.style.cssText = `display: block; inline-size: 500px; font-family: sans-serif; font-size: ${attributes.fontSize ?? '16px'}`;
  await waitUntil(() => [...page.children].every((element) => !element.matches(':state(loading)')));
  await settle();
  return page;
}

/** Every box that is shown, in the element's own order: where it is and what its text looks like. */
function layout(page: HTMLElement): readonly string[] {
  return [...page.children].flatMap((element) => {
    const own = element.getBoundingClientRect();
    const shown = [...element.shadowRoot!.querySelectorAll('*')].filter((node) => node.getClientRects().length > 0);
    return shown.map((node) => {
      const { x, y, width, height } = node.getBoundingClientRect();
      const { letterSpacing, textTransform, whiteSpace, textAlign, textIndent, textShadow } = getComputedStyle(node);
      const box = [x - own.x, y - own.y, width, height].map(Math.round).join();
      return [node.localName, box, letterSpacing, textTransform, whiteSpace, textAlign, textIndent, textShadow].join(
        ' ',
      );
    });
  });
}

/** Texts that stand in each other's way, and boxes that stick out of their element. */
function collisions(page: HTMLElement): readonly string[] {
  return [...page.children].flatMap((element) => {
    const own = element.getBoundingClientRect();
    const shown = [
      ...element.shadowRoot!.querySelectorAll<HTMLElement>('bdi, button, label, input, h2, h3, td, th'),
    ].filter((node) => !node.closest('.visually-hidden, dialog, [popover], thead') && node.getClientRects().length > 0);
    return shown
      .filter((node) => {
        const box = node.getBoundingClientRect();
        return box.left < own.left - 1.5 || box.right > own.right + 1.5;
      })
      .map((node) => `${element.localName} ${node.localName} "${node.textContent.trim().slice(0, 30)}"`);
  });
}

describe('On a page with foreign styles', () => {
  it('a theme with !important for every tag, class, id and part reaches nothing inside', async () => {
    const plain = layout(await pageWith(NOTHING));
    expect(layout(await pageWith(THEME))).to.deep.equal(plain);
  });

  it('what a page hands down to its texts changes no layout inside', async () => {
    const plain = layout(await pageWith(NOTHING));
    const themed = layout(await pageWith(HANDED_DOWN.replace('font-variant: small-caps;', '')));
    expect(themed).to.deep.equal(plain);
  });

  it('a reset of everything leaves elements that stand, and inherit nothing that reshapes them', async () => {
    // Such a page says on the tag itself that letters and lines are spaced as around it.
    const page = await pageWith(`${RESET} ${HANDED_DOWN} .host { letter-spacing: normal; word-spacing: normal }`);
    expect(collisions(page)).to.deep.equal([]);
    for (const element of page.children) {
      const inside = element.shadowRoot!.querySelector('bdi, h2')!;
      const { textTransform, whiteSpace, textIndent } = getComputedStyle(inside);
      expect([textTransform, whiteSpace, textIndent]).to.deep.equal(['none', 'normal', '0px']);
    }
  });

  for (const fontSize of ['7px', '40px']) {
    it(`text of ${fontSize} keeps everything inside its element`, async () => {
      expect(collisions(await pageWith(NOTHING, { fontSize }))).to.deep.equal([]);
    });
  }

  it('from right to left everything stays inside its element', async () => {
    const page = await pageWith(HANDED_DOWN, { dir: 'rtl' });
    expect(collisions(page)).to.deep.equal([]);
    const edit = page.children[0]!.shadowRoot!.querySelector('.edit')!.getBoundingClientRect();
    const label = page.children[0]!.shadowRoot!.querySelector('.label')!.getBoundingClientRect();
    expect(edit.right).to.be.at.most(label.left);
  });

  it('a page can still hide an element, and space its letters on purpose', async () => {
    const page = await pageWith(`enrollment-status { letter-spacing: 2px } .host { visibility: hidden }`);
    const [status] = page.children;
    const inside = getComputedStyle(status!.shadowRoot!.querySelector('bdi')!);
    expect(inside.letterSpacing).to.equal('2px');
    expect(inside.visibility).to.equal('hidden');
    status!.toggleAttribute('hidden', true);
    expect(getComputedStyle(status!).display).to.equal('none');
  });
});
