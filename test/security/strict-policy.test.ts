// The strictest policy that a page can have: nothing inline, no styles at all but adopted ones, Trusted Types.
import { expect } from '@open-wc/testing';
import type { CertificateUpload, EnrollmentStatus, FeedCheck, PriceBreakdown } from '@enrollkit/elements';
import {
  AGILE,
  CertificateHost,
  PRINCE2,
  UPLOADED,
  choose,
  failed,
  fill,
  realFile,
} from '../elements/certificate-upload/certificate-host.js';
import { HostRecords } from '../elements/enrollment-status/host-backend.js';
import { CLEAN, FAULTY } from '../elements/feed-check/feed-page.js';
import { framedPage, type FramedPage } from '../elements/host-page/framed-page.js';
import { course, free, withPrice } from '../elements/price-breakdown/courses.js';
import { settle } from './page-errors.js';
import { waitUntil } from '../support/wait-until.js';

const POLICY = [
  "default-src 'none'",
  `script-src ${location.origin}`,
  'base-uri ' + location.origin,
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

/** What a page with `<feed-check>` allows: the policy that trusts its worker's script. */
const FEED_POLICY = POLICY.replace('trusted-types lit-html', 'trusted-types lit-html enrollkit');

async function strictPage(body: string): Promise<FramedPage> {
  const page = await framedPage({ policy: POLICY, body });
  await page.load('/bundled-kit/strict.js');
  return page;
}

const find = <Found extends HTMLElement>(element: Element, selector: string): Found =>
  element.shadowRoot!.querySelector<Found>(selector)!;

const has = (element: Element, selector: string): boolean => element.shadowRoot?.querySelector(selector) !== null;

/** The page complained about nothing, and it does notice what its policy forbids. */
async function expectClean({ document, violations, errors }: FramedPage): Promise<void> {
  await settle();
  expect(violations).to.deep.equal([]);
  expect(errors).to.deep.equal([]);
  document.body.setAttribute('style', 'color: red');
  await waitUntil(() => violations.length === 1);
}

describe('Under the strictest policy', () => {
  it('a status loads, explains, is changed, meets a conflict and a failure', async () => {
    const page = await strictPage('<enrollment-status enrollment-id="e1" editable show-history></enrollment-status>');
    const element = page.document.querySelector<EnrollmentStatus>('enrollment-status')!;
    const records = new HostRecords();
    element.backend = records.backend();
    await waitUntil(() => has(element, '.edit'));
    expect(page.window.getComputedStyle(find(element, '[part=label]')).display).to.contain('flex');
    find(element, '[part~=why-button]').click();
    find(element, '.edit').click();
    await waitUntil(() => has(element, '.panel'));
    records.change({ status: 'completed' });
    await waitUntil(() => has(element, '.note'));
    records.failWrite = { code: 'internal' };
    find(element, 'input[value=no-show]').click();
    find(element, '.primary').click();
    await waitUntil(() => has(element, '.panel [part=problem]'));
    delete (records as { failWrite?: unknown }).failWrite;
    find(element, '.primary').click();
    await waitUntil(() => !has(element, '.panel'));
    records.failRead = { code: 'offline' };
    records.change({});
    await waitUntil(() => has(element, '.problem'));
    await expectClean(page);
  });

  it('certificates are chosen, refused, sent with progress, stopped, listed, saved and removed', async () => {
    const page = await strictPage('<certificate-upload enrollment-id="e1" setup-url="/product"></certificate-upload>');
    const element = page.document.querySelector<CertificateUpload>('certificate-upload')!;
    const host = new CertificateHost();
    host.certifications = [PRINCE2, { ...AGILE, verified: false }];
    host.certificates = [UPLOADED];
    element.backend = host.backend();
    await waitUntil(() => has(element, '#file'));
    await choose(element, await realFile('diploma.docx'), await realFile('certificate.pdf'));
    fill(element, '#certification', 'prince2');
    find(element, '[type=submit]').click();
    await settle();
    fill(element, '#valid-from', '2026-09-12');
    find(element, '[name=shows-results]').click();
    await settle();
    find(element, '#consent').click();
    find(element, '[type=submit]').click();
    await waitUntil(() => host.uploads.length === 1);
    host.uploads[0]!.progress(1000);
    await waitUntil(() => has(element, 'progress'));
    host.uploads[0]!.fail(failed('offline'));
    await waitUntil(() => has(element, '[data-state=failed]'));
    find(element, '[data-state=failed] button').click();
    await waitUntil(() => host.uploads.length === 2);
    host.uploads[1]!.succeed();
    await waitUntil(() => element.shadowRoot!.querySelectorAll('[part=certificate]').length === 2);
    find(element, '[part=certificate] button').click();
    await settle();
    find(element, '[part=certificate] button:last-of-type').click();
    await waitUntil(() => find<HTMLDialogElement>(element, 'dialog').open);
    find(element, '[part~=remove-button]').click();
    await waitUntil(() => host.removals.length === 1);
    host.certifications = [];
    element.backend = host.backend();
    await waitUntil(() => has(element, '[part=notice] a'));
    await expectClean(page);
  });

  it('a price is loading, shown, chosen from, free, on request and wrong', async () => {
    const page = await strictPage('<price-breakdown selectable name="costs" site="alliander"></price-breakdown>');
    const element = page.document.querySelector<PriceBreakdown>('price-breakdown')!;
    await waitUntil(() => has(element, '.placeholder'));
    for (const product of [
      course,
      free,
      withPrice({ period: 'monthly' }),
      withPrice({ complete: false }),
      withPrice({ amountMinor: -1 }),
      { ...withPrice({ onRequest: true }), productType: 'in-company' },
    ]) {
      element.product = product;
      await element.updateComplete;
      if (has(element, 'input')) find(element, 'input').click();
      await element.updateComplete;
    }
    element.style.inlineSize = '200px';
    await expectClean(page);
  });

  it('a feed is checked in a worker, filtered, priced, compared and saved', async () => {
    const page = await framedPage({ policy: FEED_POLICY, body: '<feed-check></feed-check>' });
    await page.load('/bundled-feed/strict.js');
    const element = page.document.querySelector<FeedCheck>('feed-check')!;
    const summary = await element.check(FAULTY);
    expect(summary).to.deep.include({ products: 2, isOnPage: false });
    await waitUntil(() => has(element, '.snippet'));
    find(element, '[part~=save-button]').click();
    await waitUntil(() => element.shadowRoot!.textContent.includes('Het bestand wordt gedownload'));
    const previous = new page.window.DataTransfer();
    previous.items.add(new page.window.File([CLEAN], 'vorige.xml'));
    find(element, '[data-zone=previous]').dispatchEvent(
      new page.window.DragEvent('drop', { dataTransfer: previous, bubbles: true, composed: true, cancelable: true }),
    );
    await waitUntil(() => has(element, '.difference'));
    await expectClean(page);
  });

  it('a feed is checked on the page itself where its worker is not allowed', async () => {
    const policy = `${FEED_POLICY}; worker-src 'none'`;
    const page = await framedPage({ policy, body: '<feed-check></feed-check>' });
    await page.load('/bundled-feed/noworker.js');
    const element = page.document.querySelector<FeedCheck>('feed-check')!;
    expect(await element.check(FAULTY)).to.deep.include({ products: 2, isOnPage: true });
    await waitUntil(() => has(element, '.snippet'));
    expect(page.errors).to.deep.equal([]);
  });

  it('English is spoken too', async () => {
    const page = await strictPage('<enrollment-status lang="en" enrollment-id="e1"></enrollment-status>');
    const element = page.document.querySelector<EnrollmentStatus>('enrollment-status')!;
    element.backend = new HostRecords().backend();
    await waitUntil(() => element.shadowRoot?.textContent.includes('Started'));
    await expectClean(page);
  });
});
