import { CONSENT_TEXT_VERSION } from '@enrollkit/core';
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import { expect, fixture, html } from '@open-wc/testing';
import { isSaid } from '../../said.js';
import {
  AGILE,
  CertificateHost,
  PRINCE2,
  UPLOADED,
  all,
  choose,
  fill,
  focused,
  has,
  one,
  pressUpload,
  realFile,
  rows,
  settle,
  shown,
  states,
  textOf,
  tick,
} from '../certificate-host.js';
import { sendKeys } from '../../../support/keys.js';
import { waitUntil } from '../../../support/wait-until.js';

const errors = (element: Parameters<typeof all>[0]): string[] =>
  all(element, '.field-error')
    .map(textOf)
    .filter((text) => text !== '');

describe('<certificate-upload>: the form', () => {
  it('sends nothing until the required day is filled in, and goes to it', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    await choose(element, await realFile('certificate.pdf'));
    await pressUpload(element);
    expect(host.uploads).to.have.length(0);
    expect(states(element)).to.deep.equal(['ready']);
    expect(errors(element)).to.deep.equal(['Vul in vanaf welke dag het certificaat geldig is.']);
    const field = one(element, '#valid-from');
    expect(focused(element)?.id).to.equal('valid-from');
    expect(field.getAttribute('aria-invalid')).to.equal('true');
    expect(textOf(one(element, `#${field.getAttribute('aria-describedby')}`))).to.equal(errors(element)[0]);
  });

  it('lets go of an error as soon as it is solved', async () => {
    const element = await shown(new CertificateHost());
    await pressUpload(element);
    expect(errors(element)).to.deep.equal([
      'Kies eerst een bestand.',
      'Vul in vanaf welke dag het certificaat geldig is.',
    ]);
    expect(focused(element)?.id).to.equal('file');
    fill(element, '#valid-from', '2026-09-12');
    await element.updateComplete;
    expect(errors(element)).to.deep.equal(['Kies eerst een bestand.']);
    await choose(element, await realFile('certificate.pdf'));
    await element.updateComplete;
    expect(errors(element)).to.deep.equal([]);
  });

  it('says nothing about errors before a first try', async () => {
    const element = await shown(new CertificateHost());
    fill(element, '#valid-from', '');
    await element.updateComplete;
    expect(errors(element)).to.deep.equal([]);
  });

  it('has people choose when the course leads to several certifications', async () => {
    const host = new CertificateHost();
    host.certifications = [PRINCE2, AGILE];
    const element = await shown(host);
    expect(all(element, 'option').map(textOf)).to.deep.equal([
      'Kies een certificering',
      'PRINCE2 Foundation',
      'PRINCE2 Agile',
    ]);
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    expect(errors(element)).to.deep.equal(['Kies een certificering.']);
    expect(host.uploads).to.have.length(0);
  });

  it('asks for the last day only when the certification needs it', async () => {
    const host = new CertificateHost();
    host.certifications = [PRINCE2, AGILE];
    const element = await shown(host);
    fill(element, '#certification', 'prince2');
    await element.updateComplete;
    expect(has(element, '#valid-until')).to.equal(false);
    fill(element, '#certification', 'agile');
    await element.updateComplete;
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    fill(element, '#valid-until', '2026-09-11');
    await pressUpload(element);
    expect(errors(element)).to.deep.equal(['Deze dag ligt vóór “Geldig vanaf”. Vul een latere dag in.']);
    fill(element, '#valid-until', '2029-09-11');
    await pressUpload(element);
    expect(host.uploads[0]!.draft).to.include({ certificationId: 'agile', validUntil: '2029-09-11' });
  });

  it('asks for the consent of the participant when results are shown, and sends which text was confirmed', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await tick(element, '[name=shows-results]');
    await pressUpload(element);
    expect(host.uploads).to.have.length(0);
    expect(errors(element)).to.deep.equal(['Bevestig de toestemming, of upload een certificaat zonder resultaten.']);
    expect(focused(element)?.id).to.equal('consent');
    await tick(element, '#consent');
    await pressUpload(element);
    expect(host.uploads[0]!.draft).to.include({ showsResults: true, consentTextVersion: CONSENT_TEXT_VERSION });
  });

  it('forgets a consent that is no longer needed', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await tick(element, '[name=shows-results]');
    await tick(element, '#consent');
    await tick(element, '[name=shows-results]');
    await pressUpload(element);
    expect(host.uploads[0]!.draft).not.to.have.property('consentTextVersion');
    expect(host.uploads[0]!.draft.showsResults).to.equal(false);
  });

  it('starts empty again after everything is uploaded, so that a consent is never used twice', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await tick(element, '[name=shows-results]');
    await tick(element, '#consent');
    await pressUpload(element);
    host.uploads[0]!.succeed();
    await settle(element);
    expect(one(element, '#valid-from').value).to.equal('');
    expect(one(element, '[name=shows-results]').checked).to.equal(false);
    expect(has(element, '#consent')).to.equal(false);
    expect(errors(element)).to.deep.equal([]);
  });

  it('can be filled in with the keyboard alone', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    const file = one(element, '#file');
    file.focus();
    const focusedIds: (string | null)[] = [];
    await choose(element, await realFile('certificate.pdf'));
    await sendKeys({ press: 'Tab' });
    focusedIds.push(focused(element)!.ariaLabel);
    await sendKeys({ press: 'Tab' });
    focusedIds.push(focused(element)!.id);
    fill(element, '#valid-from', '2026-09-12');
    one(element, '[name=shows-results]').focus();
    await sendKeys({ press: 'Space' });
    await element.updateComplete;
    await sendKeys({ press: 'Tab' });
    focusedIds.push(focused(element)!.id);
    await sendKeys({ press: 'Space' });
    await sendKeys({ press: 'Tab' });
    focusedIds.push(focused(element)!.getAttribute('part'));
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(focusedIds).to.deep.equal([
      'Uit de lijst halen: certificate.pdf',
      'valid-from',
      'consent',
      'button upload-button',
    ]);
    expect(host.uploads).to.have.length(1);
  });

  it('keeps the chosen files of one enrollment away from the next', async () => {
    const element = await shown(new CertificateHost());
    await choose(element, await realFile('certificate.pdf'));
    element.enrollmentId = 'e2';
    await settle(element);
    expect(rows(element)).to.deep.equal([]);
  });

  it('speaks English when the page does, also after a change', async () => {
    const element = await shown(new CertificateHost());
    await choose(element, await realFile('diploma.docx'));
    element.lang = 'en';
    await settle(element);
    expect(textOf(one(element, 'h2'))).to.equal('Certification');
    expect(rows(element)[0]).to.contain(
      'This is not a PDF but a Word document. Open it, choose Save As or Export and then PDF,',
    );
    expect(textOf(one(element, '#limits'))).to.equal('PDF, up to 10 MB');
  });

  it('mirrors in a page that reads from right to left', async () => {
    const page = await fixture<HTMLElement>(html`<div dir="rtl"></div>`);
    const element = await shown(new CertificateHost());
    page.append(element);
    await settle(element);
    await waitUntil(() => one(element, '[part=heading]'));
    const heading = one<HTMLElement>(element, '[part=heading]').getBoundingClientRect();
    const certification = one<HTMLElement>(element, '[part=certification]').getBoundingClientRect();
    expect(heading.left).to.be.greaterThan(certification.left);
  });

  it('fits a window of 320 pixels', async () => {
    const page = await fixture<HTMLElement>(html`<div></div>`);
    page.style.inlineSize = '288px';
    const host = new CertificateHost();
    host.certificates = [{ ...UPLOADED, file: { ...UPLOADED.file, name: `${'lang'.repeat(30)}.pdf` } }];
    const element = await shown(host);
    page.append(element);
    await choose(element, await realFile('diploma.docx', `${'x'.repeat(80)}.docx`));
    expect(page.scrollWidth).to.equal(288);
    expect(
      all(element, '*').every((node) => node.getBoundingClientRect().right <= page.getBoundingClientRect().right),
    ).to.equal(true);
  });

  it('turns the status on the page into Afgerond at once', async () => {
    const host = new CertificateHost();
    const backend = host.backend();
    const page = await fixture<HTMLElement>(
      html`<div lang="nl">
        <enrollment-status enrollment-id="e1" .backend=${backend}></enrollment-status>
        <certificate-upload enrollment-id="e1" .backend=${backend}></certificate-upload>
      </div>`,
    );
    const [status, element] = [page.querySelector('enrollment-status')!, page.querySelector('certificate-upload')!];
    await waitUntil(() => one(element, 'form:not([inert] *)'));
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    host.uploads[0]!.succeed();
    await waitUntil(() => textOf(status.shadowRoot!.querySelector('[part~=label]')) === 'Afgerond');
    await isSaid('certificate.pdf is geüpload.');
  });
});
