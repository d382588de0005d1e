// What a page around the kit hears and does: dialogs, disclosure, forms, and its own listeners.
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';
import type { CertificateUpload, EnrollmentStatus, PriceBreakdown } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { settle } from '../../security/page-errors.js';
import { CertificateHost, UPLOADED, choose, fill, realFile } from '../certificate-upload/certificate-host.js';
import { HostRecords } from '../enrollment-status/host-backend.js';
import { course } from '../price-breakdown/courses.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';

const NATIVE = [
  'beforeinput',
  'beforetoggle',
  'cancel',
  'change',
  'close',
  'input',
  'invalid',
  'load',
  'error',
  'progress',
  'abort',
  'reset',
  'select',
  'submit',
  'toggle',
  'formdata',
  'drop',
  'loadstart',
  'loadend',
] as const;

/** The page with all three elements in a form, in a disclosure, in a modal dialog, and what the page hears of them. */
async function hostPage() {
  const host = new CertificateHost();
  host.certificates = [UPLOADED];
  const heard: string[] = [];
  const page = await fixture<HTMLDialogElement>(html`
    <dialog>
      <details open>
        <summary>Sanne Jansen</summary>
        <form>
          <enrollment-status enrollment-id="e1" editable .backend=${new HostRecords().backend()}></enrollment-status>
          <certificate-upload enrollment-id="e1" .backend=${host.backend()}></certificate-upload>
          <price-breakdown .product=${course} selectable name="costs"></price-breakdown>
          <input name="own" />
          <button>Opslaan</button>
        </form>
      </details>
    </dialog>
  `);
  const form = page.querySelector('form')!;
  form.addEventListener('submit', (event) => event.preventDefault());
  page.showModal();
  const status = page.querySelector<EnrollmentStatus>('enrollment-status')!;
  const upload = page.querySelector<CertificateUpload>('certificate-upload')!;
  const price = page.querySelector<PriceBreakdown>('price-breakdown')!;
  await waitUntil(() => has(status, '.edit') && has(upload, '#file') && has(price, 'input'));
  await settle();
  for (const type of NATIVE) page.addEventListener(type, () => heard.push(type));
  return { page, form, status, upload, price, heard };
}

const find = <Found extends HTMLElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;

const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) !== null;

describe('A page around the elements', () => {
  it('hears no event with the name of a native one, whatever a person does in them', async () => {
    const { status, upload, price, heard } = await hostPage();
    find(price, 'input').click();
    find(status, '.edit').click();
    await settle();
    find(status, 'input[value=no-show]').click();
    find(status, '.primary').click();
    await waitUntil(() => !has(status, '.panel'));
    await choose(upload, await realFile('certificate.pdf'));
    fill(upload, '#valid-from', '2026-09-12');
    find(upload, '[name=shows-results]').click();
    find(upload, '[type=submit]').click();
    await settle();
    find(upload, '[part=certificate] button:last-of-type').click();
    await settle();
    find(upload, 'dialog button').click();
    await settle();
    expect(heard).to.deep.equal([]);
  });

  it('hears the input of fields of its own in a slot', async () => {
    const element = await fixture(
      html`<certificate-upload enrollment-id="e1" .backend=${new CertificateHost().backend()}>
        <input slot="heading" />
      </certificate-upload>`,
    );
    let heard = 0;
    element.addEventListener('input', () => (heard += 1));
    element.querySelector('input')!.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    expect(heard).to.equal(1);
  });

  it('keeps its dialog and its disclosure when Escape closes the panel', async () => {
    const { page, status } = await hostPage();
    find(status, '.edit').click();
    await waitUntil(() => has(status, '.panel:popover-open'));
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !has(status, '.panel'));
    expect(page.open).to.equal(true);
    expect(page.querySelector('details')!.open).to.equal(true);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !page.open);
  });

  it('keeps its dialog when Escape closes the question before removing', async () => {
    const { page, upload } = await hostPage();
    // Really pressed: Chromium lets one Escape close every dialog that a script opened by itself.
    find(upload, '[part=certificate] button:last-of-type').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => find<HTMLDialogElement>(upload, 'dialog').open);
    await sendKeys({ press: 'Escape' });
    await waitUntil(() => !find<HTMLDialogElement>(upload, 'dialog').open);
    expect(page.open).to.equal(true);
  });

  it('has its form sent by its own fields only, never by Enter or a button in an element', async () => {
    const { form, status, upload, price } = await hostPage();
    let submits = 0;
    form.addEventListener('submit', () => (submits += 1));
    find(price, 'input').focus();
    await sendKeys({ press: 'Enter' });
    find(upload, '#valid-from').focus();
    await sendKeys({ press: 'Enter' });
    find(upload, '#file').focus();
    find(status, '.edit').focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => has(status, '.panel'));
    await sendKeys({ press: 'Enter' });
    await settle();
    expect(submits).to.equal(0);
    form.querySelector('input')!.focus();
    await sendKeys({ press: 'Enter' });
    expect(submits).to.equal(1);
  });

  it('has no button in an element that could submit a form other than the element’s own', async () => {
    const { status, upload, price } = await hostPage();
    find(status, '.edit').click();
    await settle();
    for (const element of [status, upload, price]) {
      for (const each of element.shadowRoot!.querySelectorAll('button')) {
        if (each.type === 'submit') expect(each.form?.getRootNode()).to.equal(element.shadowRoot);
      }
    }
  });
});
