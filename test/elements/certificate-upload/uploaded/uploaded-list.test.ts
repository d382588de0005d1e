import type { CertificateUpload } from '@enrollkit/elements';
import '@enrollkit/elements/certificate-upload.js';
import { expect } from '@open-wc/testing';
import { isSaid } from '../../said.js';
import {
  CertificateHost,
  UPLOADED,
  all,
  button,
  failed,
  focused,
  focusedRow,
  one,
  settle,
  shown,
  textOf,
} from '../certificate-host.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';
import { sendKeys } from '../../../support/keys.js';

const uploaded = (element: CertificateUpload): string[] =>
  all(element, '[part=certificate]').map((row) => textOf(row.querySelector('.row-text')));

describe('<certificate-upload>: what is uploaded', () => {
  it('lists certificates with what is known of them, the newest first', async () => {
    const host = new CertificateHost();
    host.certificates = [
      {
        ...UPLOADED,
        id: 'old',
        validFrom: '2020-01-01',
        validUntil: '2023-01-01',
        createdAt: '2020-01-02T10:00:00.000Z',
      },
      {
        ...UPLOADED,
        consent: { textVersion: '1', confirmedAt: UPLOADED.createdAt, confirmedBy: 'u1' },
      },
    ];
    const element = await shown(host);
    expect(uploaded(element)).to.deep.equal([
      'diploma.pdf 1,3 MB PRINCE2 FoundationGeldig vanaf 12 september 2026Met resultaten, met toestemming van de deelnemer',
      'diploma.pdf 1,3 MB PRINCE2 FoundationGeldig van 1 januari 2020 tot en met 1 januari 2023Verlopen',
    ]);
  });

  it('saves a file under a safe name, as bytes that no browser shows as a page', async () => {
    const host = new CertificateHost();
    host.certificates = [{ ...UPLOADED, file: { ...UPLOADED.file, name: '../diploma.html' } }];
    const element = await shown(host);
    const saved: { name: string; blob: Promise<Blob> }[] = [];
    // A real download would ask where to save it.
    HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: fetch(this.href).then((response) => response.blob()) });
    };
    button(element, 'Downloaden: ../diploma.html')!.click();
    await settle(element);
    // What it has of its own goes; what every element has comes back.
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click');
    const [{ name, blob }] = saved as [(typeof saved)[0]];
    expect(name).to.equal('_diploma.html.pdf');
    expect((await blob).type).to.equal('application/octet-stream');
    expect(await (await blob).text()).to.equal('%PDF-1.7');
  });

  it('says at the certificate when it can not be fetched', async () => {
    const host = new CertificateHost();
    host.certificates = [UPLOADED];
    const element = await shown(host);
    host.failure = failed('forbidden');
    button(element, 'Downloaden: diploma.pdf')!.click();
    await settle(element);
    expect(textOf(one(element, '[part=certificate] [role=alert]'))).to.equal(
      'Je hebt hier geen toegang toe. Vraag de beheerder om toegang.',
    );
  });

  it('removes after asking, by keyboard, and keeps the focus in the list', async () => {
    const host = new CertificateHost();
    host.certificates = [UPLOADED, { ...UPLOADED, id: 'c0', createdAt: '2020-01-01T00:00:00.000Z' }];
    const element = await shown(host);
    button(element, 'Verwijderen: diploma.pdf')!.focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    const dialog = one<HTMLDialogElement>(element, 'dialog');
    expect(dialog.open).to.equal(true);
    expect(textOf(dialog.querySelector('h3'))).to.equal('diploma.pdf verwijderen?');
    expect(textOf(focused(element))).to.equal('Behouden');
    await expectAccessibleInOneEngine(element);
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await settle(element);
    await settle(element);
    expect(host.removals).to.deep.equal([{ id: 'c/1', version: 3 }]);
    expect(dialog.open).to.equal(false);
    expect(uploaded(element)).to.have.length(1);
    expect(focusedRow(element)).to.equal('c0');
    await isSaid('diploma.pdf is verwijderd.');
  });

  it('removes nothing after Escape', async () => {
    const host = new CertificateHost();
    host.certificates = [UPLOADED];
    const element = await shown(host);
    const remove = button(element, 'Verwijderen: diploma.pdf')!;
    remove.focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    await sendKeys({ press: 'Escape' });
    await settle(element);
    expect(one<HTMLDialogElement>(element, 'dialog').open).to.equal(false);
    expect(host.removals).to.deep.equal([]);
    expect(focused(element)?.ariaLabel).to.equal('Verwijderen: diploma.pdf');
  });

  it('says at the certificate when it can not be removed', async () => {
    const host = new CertificateHost();
    host.certificates = [UPLOADED];
    const element = await shown(host);
    button(element, 'Verwijderen: diploma.pdf')!.click();
    await settle(element);
    host.failure = failed('offline');
    one(element, '[part~=remove-button]').click();
    await settle(element);
    expect(textOf(one(element, '[part=certificate] [role=alert]'))).to.contain('Er is geen internetverbinding.');
    expect(uploaded(element)).to.have.length(1);
  });
});
