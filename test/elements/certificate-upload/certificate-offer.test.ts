import '@enrollkit/elements/certificate-upload.js';
import { expect, fixture, html } from '@open-wc/testing';
import {
  AGILE,
  CertificateHost,
  PRINCE2,
  UPLOADED,
  all,
  choose,
  failed,
  fill,
  has,
  one,
  pressUpload,
  realFile,
  settle,
  shown,
  textOf,
  tick,
} from './certificate-host.js';
import { waitUntil } from '../../support/wait-until.js';

describe('<certificate-upload>: what can be uploaded', () => {
  it('is accessible while empty, filled in, with problems, and with a list', async () => {
    const host = new CertificateHost();
    host.certifications = [PRINCE2, AGILE];
    host.certificates = [UPLOADED];
    const element = await shown(host);
    await expect(element).to.be.accessible();
    await tick(element, '[name=shows-results]');
    await choose(element, await realFile('certificate.pdf'), await realFile('diploma.docx'));
    await pressUpload(element);
    await expect(element).to.be.accessible();
    fill(element, '#certification', 'prince2');
    fill(element, '#valid-from', '2026-09-12');
    await tick(element, '#consent');
    await pressUpload(element);
    expect(host.uploads).to.have.length(1);
    await expect(element).to.be.accessible();
  });

  it('says first that the product needs a certification, with the way there', async () => {
    const host = new CertificateHost();
    host.certifications = [];
    const element = await shown(host, { 'setup-url': '/products/p1' });
    expect(textOf(one(element, '[part=notice]'))).to.contain('Koppel die eerst');
    expect(one<HTMLAnchorElement>(element, '[part=notice] a').getAttribute('href')).to.equal('/products/p1');
    expect(has(element, 'form')).to.equal(false);
    await expect(element).to.be.accessible();
  });

  it('is nothing for whoever may only look: no form, no notice, nothing to remove, and dropping does nothing', async () => {
    const host = new CertificateHost();
    host.enrollment = { ...host.enrollment, allowed: [] };
    const empty = await shown(host);
    expect(textOf(one(empty, '[part=none]'))).to.equal('Er is nog geen certificaat geüpload.');
    expect([has(empty, 'form'), has(empty, '[part=certification]')]).to.deep.equal([false, false]);
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(await realFile('certificate.pdf'));
    empty.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    await settle(empty);
    expect(all(empty, '[part=item]')).to.have.length(0);

    host.certificates = [UPLOADED];
    host.certifications = [];
    const element = await shown(host);
    expect(one(element, '[part=notice]').hidden).to.equal(true);
    expect(all(element, '[part=certificate] button').map(textOf)).to.deep.equal(['Downloaden']);
    await expect(element).to.be.accessible();

    host.enrollment = { ...host.enrollment, allowed: ['certificate.upload', 'certificate.remove'] };
    host.certifications = [PRINCE2];
    const full = await shown(host);
    expect(has(full, 'form')).to.equal(true);
    expect(all(full, '[part=certificate] button')).to.have.length(2);
  });

  it("shows the host's own way there", async () => {
    const host = new CertificateHost();
    host.certifications = [];
    const element = await shown(host);
    element.innerHTML = '<button slot="setup">Koppelen</button>';
    const slot = one<HTMLSlotElement>(element, 'slot[name=setup]');
    expect(slot.assignedElements()).to.have.length(1);
    expect(element.firstElementChild!.checkVisibility()).to.equal(true);
  });

  it('hides the notice when a certification is linked', async () => {
    const element = await shown(new CertificateHost());
    expect(one<HTMLElement>(element, '[part=notice]').checkVisibility()).to.equal(false);
    expect(textOf(one(element, '[part=certification]'))).to.equal('PRINCE2 Foundation');
  });

  it('explains that a cancelled enrollment takes no certificate, and keeps showing what is there', async () => {
    const host = new CertificateHost();
    host.enrollment = { ...host.enrollment, status: 'cancelled' };
    host.certificates = [UPLOADED];
    const element = await shown(host);
    expect(textOf(one(element, '[part=notice] p'))).to.equal(
      'Deze inschrijving is geannuleerd. Er kan geen certificaat meer worden geüpload.',
    );
    expect(has(element, 'form')).to.equal(false);
    expect(all(element, '[part=certificate]')).to.have.length(1);
  });

  it('tells that a certification is not approved yet', async () => {
    const host = new CertificateHost();
    host.certifications = [{ ...PRINCE2, verified: false }];
    const element = await shown(host);
    expect(textOf(one(element, 'form'))).to.contain('Deze certificering wacht op goedkeuring.');
  });

  it('says who can see it', async () => {
    const element = await shown(new CertificateHost());
    expect(textOf(one(element, '[part=visibility]'))).to.equal(
      'Wie kan dit zien? Alleen de opleider, de deelnemer, HR van de werkgever en het platform.',
    );
  });

  it('stands at its final size while loading, with shapes in the place of words', async () => {
    const element = await fixture<HTMLElementTagNameMap['certificate-upload']>(
      html`<certificate-upload
        enrollment-id="e1"
        .backend=${{
          ...new CertificateHost().backend(),
          getEnrollment: () => new Promise<never>(() => undefined),
        }}
      ></certificate-upload>`,
    );
    expect(element.matches(':state(loading)')).to.equal(true);
    const height = element.offsetHeight;
    for (const shape of all(
      element,
      '.placeholder :is(.zone, input[type=date], .button, label, p:not(.field-error))',
    )) {
      const { color, backgroundColor } = getComputedStyle(shape);
      expect(color, shape.className).to.equal('rgba(0, 0, 0, 0)');
      expect(backgroundColor, shape.className).not.to.equal('rgba(0, 0, 0, 0)');
    }
    element.backend = new CertificateHost().backend();
    await waitUntil(() => !element.matches(':state(loading)'));
    await element.updateComplete;
    expect(element.offsetHeight).to.equal(height);
  });

  it('says what is wrong when nothing can be read, and reads again on request', async () => {
    const host = new CertificateHost();
    host.failure = failed('offline');
    const element = await shown(host);
    expect(textOf(one(element, '.problem-text'))).to.equal(
      'Er is geen internetverbinding. Controleer de verbinding en probeer het opnieuw.',
    );
    host.failure = undefined;
    one(element, '[part~=retry-button]').click();
    await waitUntil(() => one(element, 'form'));
    await expect(element).to.be.accessible();
  });

  it('only shows the list on a backend that can do no more', async () => {
    const host = new CertificateHost();
    host.certificates = [UPLOADED];
    const { getEnrollment, getProduct, listCertifications, listCertificates } = host.backend();
    const element = await shown(host);
    element.backend = { getEnrollment, getProduct, listCertifications, listCertificates } as typeof element.backend;
    await waitUntil(() => !has(element, 'form') && has(element, '[part=certificate]'));
    expect(all(element, '[part=certificate] button')).to.have.length(0);
  });
});
