import type { CertificateAcceptDetail, CertificateErrorDetail, CertificateUpload } from '@enrollkit/elements';
import '@enrollkit/elements/certificate-upload.js';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import {
  CertificateHost,
  UPLOADED,
  all,
  button,
  checked,
  choose,
  focused,
  focusedRow,
  one,
  realFile,
  rows,
  settle,
  shown,
  states,
} from './certificate-host.js';

function transferOf(...files: readonly File[]): DataTransfer {
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  return transfer;
}

/** A browser gives a page no way to make a clipboard with a picture and text. */
function transferItems(...files: readonly File[]): Pick<DataTransfer, 'items' | 'files'> {
  return { items: transferOf(...files).items, files: transferOf(...files).files };
}

async function drop(element: CertificateUpload, dataTransfer: DataTransfer, on = '.zone'): Promise<DragEvent> {
  const event = new DragEvent('drop', { dataTransfer, bubbles: true, composed: true, cancelable: true });
  one(element, on).dispatchEvent(event);
  await checked(element);
  return event;
}

describe('<certificate-upload>: what a file is', () => {
  const refusals: readonly (readonly [string, string, string])[] = [
    [
      'diploma.docx',
      'a Word document',
      'Dit is geen PDF, maar een Word-document. Open het, kies Opslaan als of Exporteren en dan PDF, en kies dat bestand.',
    ],
    [
      'web-page.pdf',
      'a web page called PDF',
      'Dit is geen PDF, maar een webpagina. Open de pagina in een browser, kies Afdrukken en dan Opslaan als PDF, en kies dat bestand.',
    ],
    [
      'web-page-then-pdf.pdf',
      'a web page with a PDF behind it',
      'Dit is geen PDF, maar een webpagina. Open de pagina in een browser, kies Afdrukken en dan Opslaan als PDF, en kies dat bestand.',
    ],
    [
      'certificate.png',
      'a picture',
      'Dit is geen PDF, maar een PNG-afbeelding. Open het, kies Afdrukken en dan Opslaan als PDF, en kies dat bestand.',
    ],
    [
      'encrypted.pdf',
      'a PDF with a password',
      'Deze PDF vraagt om een wachtwoord bij het openen. Sla hem op zonder dat wachtwoord (in Acrobat: Eigenschappen, Beveiliging, Geen beveiliging) en kies hem opnieuw.',
    ],
    [
      'truncated.pdf',
      'half a PDF',
      'Dit bestand is niet compleet. Kopieer of download het opnieuw, controleer of het opent en kies het dan nog eens.',
    ],
    ['empty.pdf', 'an empty file', 'Dit bestand is leeg. Kies een ander bestand.'],
  ];
  for (const [name, what, sentence] of refusals) {
    it(`refuses ${what} in one sentence`, async () => {
      const element = await shown(new CertificateHost());
      await choose(element, await realFile(name));
      expect(states(element)).to.deep.equal(['refused']);
      expect(rows(element)[0]).to.contain(sentence);
      await settle(element);
      await isSaid(`${name}: ${sentence}`);
    });
  }

  it('tells what should be known of a file that it takes, before and while it is sent', async () => {
    const element = await shown(new CertificateHost());
    const sentence =
      'Iedereen kan deze PDF openen, maar bijvoorbeeld afdrukken of kopiëren is beperkt. Je kunt hem gewoon uploaden.';
    await choose(element, await realFile('restricted.pdf'));
    expect(states(element)).to.deep.equal(['ready']);
    expect(rows(element)[0]).to.contain('Klaar om te uploaden').and.to.contain(sentence);
    await settle(element);
    await isSaid(`1 bestand staat klaar. restricted.pdf: ${sentence}`);
  });

  it('says what photos and documents of phones and offices are, and how they become a PDF or JPEG', async () => {
    const files: readonly (readonly [string, string, string])[] = [
      [
        '\0\0\0\x18ftypheic',
        'een HEIC-foto',
        'Sla het op als JPEG (iPhone: Instellingen, Camera, Structuren, Meest compatibel)',
      ],
      ['RIFF\x10\0\0\0WEBPVP8 ', 'een WebP-afbeelding', 'Sla het op als JPEG, of druk het af en kies Opslaan als PDF.'],
      ['II*\0\b\0\0\0', 'een TIFF-afbeelding', 'Sla het op als JPEG, of druk'],
      ['MIME-Version: 1.0\r\n', 'een e-mail', 'Open de e-mail, sla de bijlage op en kies die.'],
      ['PK\x03\x04..', 'een zip-bestand', 'Pak het uit en kies het bestand dat erin zit.'],
      [
        '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
        'een document uit een oude versie van Office',
        'kies Opslaan als of Exporteren',
      ],
    ];
    const element = await shown(new CertificateHost(), { accept: '.pdf, image/jpeg' });
    const bytesOf = (text: string): BlobPart => Uint8Array.from(text, (character) => character.charCodeAt(0));
    await choose(element, ...files.map(([text], index) => new File([bytesOf(text)], `diploma-${index}.pdf`)));
    for (const [index, [, kind, help]] of files.entries())
      expect(rows(element)[index]).to.contain(`maar ${kind}. `).and.to.contain(help);
  });

  it('refuses a file that is too large, and says what is not', async () => {
    const element = await shown(new CertificateHost(), { 'max-size': '2kB' });
    await choose(element, await realFile('certificate.pdf'));
    expect(rows(element)[0]).to.contain('Dit bestand is te groot. Kies een bestand van hoogstens 2 kB.');
  });

  it('takes pictures when the host accepts them, and names what it accepts', async () => {
    const element = await shown(new CertificateHost(), { accept: '.pdf, .png, image/jpeg' });
    expect(one(element, '#file').accept).to.equal('application/pdf,image/png,image/jpeg');
    expect(one(element, '#limits').textContent).to.equal('PDF, PNG of JPEG, tot 10\u00a0MB');
    await choose(
      element,
      await realFile('certificate.png'),
      await realFile('certificate.jpg'),
      await realFile('truncated.jpg'),
      await realFile('diploma.docx'),
    );
    expect(states(element)).to.deep.equal(['ready', 'ready', 'refused', 'refused']);
    expect(rows(element)[3]).to.contain('Dit is geen PDF, PNG of JPEG, maar een Word-document.');
  });

  it('shows limits that make no sense as invalid and goes on without them', async () => {
    const element = await shown(new CertificateHost(), { accept: '.exe', 'max-size': 'huge' });
    expect(element.matches(':state(invalid)')).to.equal(true);
    expect(element.accept).to.equal('.exe');
    await choose(element, await realFile('certificate.pdf'));
    expect(states(element)).to.deep.equal(['ready']);
    element.accept = '.pdf';
    element.maxSize = 1e6;
    await element.updateComplete;
    expect(element.matches(':state(invalid)')).to.equal(false);
  });

  it('refuses the same bytes twice, whatever the name', async () => {
    const element = await shown(new CertificateHost());
    await choose(element, await realFile('certificate.pdf'), await realFile('certificate.pdf', 'again.pdf'));
    expect(states(element)).to.deep.equal(['ready', 'refused']);
    expect(rows(element)[1]).to.contain('Dit bestand staat al in de lijst.');
  });

  it('refuses what is uploaded already and leads to it', async () => {
    const file = await realFile('certificate.pdf');
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
    const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
    const host = new CertificateHost();
    host.certificates = [{ ...UPLOADED, file: { ...UPLOADED.file, sizeBytes: file.size, sha256 } }];
    const element = await shown(host);
    await choose(element, file);
    expect(rows(element)[0]).to.contain('Dit bestand is al geüpload.');
    button(element, 'Bekijken: certificate.pdf')!.click();
    await settle(element);
    expect(focusedRow(element)).to.equal('c/1');
  });

  it('offers another file in the place of a refused one', async () => {
    const element = await shown(new CertificateHost());
    await choose(element, await realFile('diploma.docx'));
    let opened = 0;
    one(element, '#file').addEventListener('click', (event) => {
      // The browser's own dialog would stop the test.
      event.preventDefault();
      opened += 1;
    });
    button(element, 'Ander bestand kiezen: diploma.docx')!.click();
    expect(opened).to.equal(1);
    expect(states(element)).to.deep.equal(['refused']);
    await choose(element, await realFile('certificate.pdf'));
    expect(rows(element)).to.deep.equal(['certificate.pdf 2,6 kB Klaar om te uploaden']);
  });

  it('tells the page which file was refused and why', async () => {
    const element = await shown(new CertificateHost());
    const told: CertificateErrorDetail[] = [];
    element.addEventListener('ek-certificate-error', (event) => told.push(event.detail));
    const file = await realFile('diploma.docx');
    await choose(element, file);
    expect(told).to.deep.equal([{ enrollmentId: 'e1', file, code: 'file-not-pdf', params: { found: 'word' } }]);
  });
});

describe('<certificate-upload>: how a file comes in', () => {
  it('takes files that are dropped anywhere on it', async () => {
    const element = await shown(new CertificateHost());
    const event = await drop(element, transferOf(await realFile('certificate.pdf')), '[part=visibility]');
    expect(event.defaultPrevented).to.equal(true);
    expect(states(element)).to.deep.equal(['ready']);
    await settle(element);
    await isSaid('1 bestand staat klaar.');
  });

  it('checks what is dropped as it checks what is chosen', async () => {
    const element = await shown(new CertificateHost());
    await drop(element, transferOf(await realFile('web-page.pdf'), await realFile('certificate.pdf')));
    expect(states(element)).to.deep.equal(['refused', 'ready']);
  });

  it('shows that it will take what is dragged over it, files only', async () => {
    const element = await shown(new CertificateHost());
    const over = (dataTransfer: DataTransfer): DragEvent => {
      const event = new DragEvent('dragover', { dataTransfer, bubbles: true, composed: true, cancelable: true });
      one(element, '.zone').dispatchEvent(event);
      return event;
    };
    const text = new DataTransfer();
    text.setData('text/plain', 'hello');
    expect(over(text).defaultPrevented).to.equal(false);
    expect(element.matches(':state(dragging)')).to.equal(false);
    expect(over(transferOf(new File(['x'], 'x.pdf'))).defaultPrevented).to.equal(true);
    expect(element.matches(':state(dragging)')).to.equal(true);
    element.dispatchEvent(new DragEvent('dragleave'));
    expect(element.matches(':state(dragging)')).to.equal(false);
  });

  it('takes nothing that is dropped while nothing can be uploaded, and keeps the browser on the page', async () => {
    const host = new CertificateHost();
    host.certifications = [];
    const element = await shown(host);
    const event = await drop(element, transferOf(await realFile('certificate.pdf')), '[part=notice]');
    expect(event.defaultPrevented).to.equal(true);
    expect(rows(element)).to.deep.equal([]);
  });

  it('refuses a folder by name and takes the files beside it', async () => {
    const element = await shown(new CertificateHost());
    // Scripts can't make a transfer with a folder in it; this is what browsers give for one.
    const item = (file: File, isDirectory: boolean) => ({
      kind: 'file',
      getAsFile: () => file,
      webkitGetAsEntry: () => ({ isDirectory }),
    });
    const items = [item(new File([], 'diplomas'), true), item(await realFile('certificate.pdf'), false)];
    const event = new Event('drop', { bubbles: true, composed: true, cancelable: true });
    Object.assign(event, { dataTransfer: { types: ['Files'], items } });
    one(element, '.zone').dispatchEvent(event);
    await checked(element);
    expect(rows(element)[0]).to.contain('Dit is een map. Kies de bestanden die erin staan.');
    expect(states(element)).to.deep.equal(['refused', 'ready']);
  });

  it('takes a file that is pasted', async () => {
    const element = await shown(new CertificateHost());
    const paste = async (clipboardData: DataTransfer): Promise<boolean> => {
      const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
      // Firefox makes its own clipboard for a scripted ClipboardEvent.
      Object.assign(event, { clipboardData });
      one(element, '#file').dispatchEvent(event);
      await checked(element);
      return event.defaultPrevented;
    };
    expect(await paste(transferOf(await realFile('certificate.pdf')))).to.equal(true);
    expect(states(element)).to.deep.equal(['ready']);
    const text = new DataTransfer();
    text.setData('text/plain', '12-09-2026');
    expect(await paste(text)).to.equal(false);
  });

  it('leaves text to its field, and takes no picture of spreadsheet cells', async () => {
    const element = await shown(new CertificateHost());
    element.accept = 'application/pdf image/png';
    await settle(element);
    const picture = await realFile('certificate.png');
    const clipboard = (at: number, ...types: readonly string[]) => ({
      types: [...types, 'Files'],
      ...transferItems(new File([picture, `${at}`], picture.name)),
    });
    const PASTES = [
      { on: 'input[type=date]', types: ['text/plain', 'text/html'], taken: false },
      { on: 'input[type=date]', types: ['text/plain'], taken: false },
      { on: '.zone', types: ['text/plain', 'text/html', 'text/rtf'], taken: false },
      // A file manager gives the name as text; a browser gives an image's address as markup.
      { on: '.zone', types: ['text/plain'], taken: true },
      { on: '.zone', types: ['text/html'], taken: true },
      { on: 'input[type=date]', types: [], taken: true },
    ];
    for (const [at, { on, types, taken }] of PASTES.entries()) {
      const before = states(element).length;
      const event = new Event('paste', { bubbles: true, composed: true, cancelable: true });
      Object.assign(event, { clipboardData: clipboard(at, ...types) });
      one(element, on).dispatchEvent(event);
      await checked(element);
      expect(event.defaultPrevented, `${on} ${types.join()}`).to.equal(taken);
      expect(states(element).length - before, `${on} ${types.join()}`).to.equal(taken ? 1 : 0);
    }
  });

  it('can choose the same file again after taking it off', async () => {
    const element = await shown(new CertificateHost());
    await choose(element, await realFile('certificate.pdf'));
    button(element, 'Uit de lijst halen: certificate.pdf')!.click();
    await settle(element);
    expect(rows(element)).to.deep.equal([]);
    expect(focused(element)?.id).to.equal('file');
    expect(one(element, '#file').value).to.equal('');
    await choose(element, await realFile('certificate.pdf'));
    expect(states(element)).to.deep.equal(['ready']);
  });

  it('asks the page before it takes a file, and leaves out what the page prevents', async () => {
    const element = await shown(new CertificateHost());
    const asked: CertificateAcceptDetail[] = [];
    element.addEventListener('ek-certificate-accept', (event) => {
      asked.push(event.detail);
      if (event.detail.file.name === 'no.pdf') event.preventDefault();
    });
    await choose(element, await realFile('certificate.pdf'), await realFile('linearized.pdf', 'no.pdf'));
    expect(asked.map(({ file, enrollmentId }) => `${enrollmentId} ${file.name}`)).to.deep.equal([
      'e1 certificate.pdf',
      'e1 no.pdf',
    ]);
    expect(all(element, '[part=item]')).to.have.length(1);
  });
});
