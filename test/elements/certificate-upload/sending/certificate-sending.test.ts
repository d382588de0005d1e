import type { CertificateProgressDetail, CertificateUpload, CertificateUploadedDetail } from '@enrollkit/elements';
import '@enrollkit/elements/certificate-upload.js';
import { expect, oneEvent } from '@open-wc/testing';
import { isSaid, said } from '../../said.js';
import {
  CertificateHost,
  UPLOADED,
  all,
  button,
  choose,
  failed,
  fill,
  focused,
  one,
  pressUpload,
  realFile,
  rows,
  sending,
  settle,
  shown,
  states,
  textOf,
} from '../certificate-host.js';
import { sendKeys } from '../../../support/keys.js';
import { waitUntil } from '../../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../../support/one-engine.js';

const uploaded = (element: CertificateUpload): string[] =>
  all(element, '[part=certificate]').map((row) => textOf(row.querySelector('.row-text')));
/** Whether the browser would ask before the page is left. */
const asksBeforeLeaving = (): boolean => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

describe('<certificate-upload>: sending', () => {
  it('sends on the button only, with everything that was filled in', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    const file = await realFile('certificate.pdf');
    await choose(element, file);
    fill(element, '#valid-from', '2026-09-12');
    await settle(element);
    expect(host.uploads).to.have.length(0);
    await pressUpload(element);
    expect(host.uploads[0]!.draft).to.deep.equal({
      enrollmentId: 'e1',
      certificationId: 'prince2',
      file,
      validFrom: '2026-09-12',
      showsResults: false,
    });
    expect(host.uploads[0]!.options.idempotencyKey).to.match(/^[0-9a-f]{32}$/);
  });

  it('waits for the check of a file that was chosen a moment before', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    fill(element, '#valid-from', '2026-09-12');
    void choose(element, await realFile('certificate.pdf'), await realFile('encrypted.pdf'));
    one(element, '[type=submit]').click();
    await waitUntil(() => host.uploads.length > 0);
    expect(host.uploads.map(({ draft }) => draft.file.name)).to.deep.equal(['certificate.pdf']);
  });

  it('shows and says how far it is, in quarters', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    expect(one<HTMLProgressElement>(element, 'progress').matches(':indeterminate')).to.equal(true);
    expect(element.matches(':state(busy)')).to.equal(true);
    for (const sentBytes of [100, 700, 800, 1700, 2594]) {
      host.uploads[0]!.progress(sentBytes);
      await settle(element);
    }
    expect(one<HTMLProgressElement>(element, 'progress')).to.include({ value: 2594, max: 2594 });
    expect(rows(element)).to.deep.equal(['certificate.pdf 2,6 kB 100%']);
    host.uploads[0]!.succeed();
    await settle(element);
    await isSaid('certificate.pdf is geüpload.');
    expect(said().slice(-4)).to.deep.equal([
      'Het uploaden van 1 bestand is begonnen.',
      'certificate.pdf: 25%',
      'certificate.pdf: 50%',
      'certificate.pdf is geüpload.',
    ]);
    expect(element.matches(':state(busy)')).to.equal(false);
  });

  it('sends at most three at once, and says when all are there', async () => {
    const host = new CertificateHost();
    const names = ['certificate.pdf', 'linearized.pdf', 'xref-stream.pdf'];
    const element = await shown(host, { accept: '.pdf .png .jpg' });
    const more = await Promise.all([...names, 'certificate.png', 'certificate.jpg'].map((name) => realFile(name)));
    await choose(element, ...more);
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    expect(host.uploads).to.have.length(3);
    expect(states(element)).to.deep.equal(['uploading', 'uploading', 'uploading', 'waiting', 'waiting']);
    host.uploads[0]!.succeed();
    await settle(element);
    expect(host.uploads).to.have.length(4);
    for (const at of [1, 2, 3]) host.uploads[at]!.succeed();
    await settle(element);
    host.uploads[4]!.succeed();
    await settle(element);
    expect(rows(element)).to.deep.equal([]);
    expect(uploaded(element)).to.have.length(5);
    await isSaid('5 bestanden geüpload.');
  });

  it('stops on request, keeps the file and the focus, and can send it after all', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    const stop = button(element, 'Stoppen: certificate.pdf')!;
    stop.focus();
    await sendKeys({ press: 'Enter' });
    await settle(element);
    expect(host.uploads[0]!.options.signal.aborted).to.equal(true);
    expect(states(element)).to.deep.equal(['ready']);
    await isSaid('Het uploaden van certificate.pdf is gestopt.');
    expect(focused(element)?.ariaLabel).to.equal('Uit de lijst halen: certificate.pdf');
    expect(one(element, '#valid-from').value).to.equal('2026-09-12');
    await pressUpload(element);
    expect(host.uploads).to.have.length(2);
  });

  it('without a connection: keeps the file in sight, offers nothing to do, and shows it once it is stored', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    let store!: (certificate: typeof UPLOADED) => void;
    const sent = new Promise<typeof UPLOADED>((resolve) => (store = resolve));
    host.uploads[0]!.fail(Object.assign(failed('queued'), { sent }));
    await settle(element);
    const sentence = 'Bewaard in deze browser. Wordt verstuurd zodra er weer verbinding is.';
    expect(rows(element)).to.deep.equal([`certificate.pdf 2,6 kB ${sentence}`]);
    await isSaid(`certificate.pdf: ${sentence}`);
    expect(one(element, '[part=item]').querySelectorAll('button')).to.have.length(0);
    expect(asksBeforeLeaving()).to.equal(false);
    expect(one(element, '#valid-from').value).to.equal('');
    await pressUpload(element);
    expect(host.uploads).to.have.length(1);
    await expectAccessibleInOneEngine(element);

    const told = oneEvent(element, 'ek-certificate-uploaded');
    const certificate = { ...UPLOADED, file: { ...UPLOADED.file, name: 'certificate.pdf' } };
    host.certificates = [certificate];
    store(certificate);
    await told;
    await settle(element);
    expect(rows(element)).to.deep.equal([]);
    expect(uploaded(element)[0]).to.contain('certificate.pdf');
  });

  it('without a connection, and refused later: says why', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    let refuse!: (error: unknown) => void;
    const sent = new Promise((_, reject) => (refuse = reject));
    host.uploads[0]!.fail(Object.assign(failed('queued'), { sent }));
    await settle(element);
    refuse(failed('forbidden'));
    await waitUntil(() => states(element)[0] === 'refused');
    expect(rows(element)[0]).to.contain('Je hebt hier geen toegang toe.');
  });

  it('keeps form and file when it fails, and tries again on request with the same key', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    host.uploads[0]!.fail({ code: 'offline' });
    await settle(element);
    expect(rows(element)[0]).to.contain(
      'Er is geen internetverbinding. Controleer de verbinding en probeer het opnieuw.',
    );
    await isSaid('certificate.pdf: Er is geen internetverbinding. Controleer de verbinding en probeer het opnieuw.');
    expect(one(element, '#valid-from').value).to.equal('2026-09-12');
    button(element, 'Opnieuw proberen: certificate.pdf')!.click();
    await settle(element);
    const [first, second] = host.uploads;
    expect(second!.draft.file).to.equal(first!.draft.file);
    expect(second!.options.idempotencyKey).to.equal(first!.options.idempotencyKey);
    second!.succeed();
    await settle(element);
    expect(uploaded(element)).to.deep.equal([
      'certificate.pdf 2,6 kB PRINCE2 FoundationGeldig vanaf 12 september 2026',
    ]);
  });

  it("keeps the other files going when one fails, and the form until that one's done", async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf', 'linearized.pdf');
    host.uploads[0]!.fail({ code: 'internal' });
    host.uploads[1]!.succeed();
    await settle(element);
    expect(states(element)).to.deep.equal(['failed']);
    expect(one(element, '#valid-from').value).to.equal('2026-09-12');
  });

  it('says what the backend refused and offers another file, not another try', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    host.uploads[0]!.fail({
      code: 'duplicate',
      current: { ...UPLOADED, id: 'c77', enrollmentId: 'e9' },
    });
    await settle(element);
    expect(rows(element)[0]).to.contain('Dit bestand is al bij een andere inschrijving geüpload.');
    expect(button(element, 'Opnieuw proberen: certificate.pdf') === undefined).to.equal(true);
    expect(button(element, 'Ander bestand kiezen: certificate.pdf') === undefined).to.equal(false);
  });

  it('never shows a code to a person, whatever a backend throws', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    host.uploads[0]!.fail({ code: 'E_WEIRD' });
    await settle(element);
    expect(rows(element)[0]).to.contain('Er ging iets mis. Probeer het opnieuw.');
  });

  it('tells the page of progress, of the certificate and of failures, and of nothing that a script sets', async () => {
    const told: string[] = [];
    const host = new CertificateHost();
    const element = await shown(host);
    const names = ['accept', 'progress', 'uploaded', 'error'] as const;
    const listening = new AbortController();
    for (const name of names) {
      document.addEventListener(`ek-certificate-${name}`, () => told.push(name), { signal: listening.signal });
    }
    element.accept = '.pdf';
    element.maxSize = '5MB';
    element.setupUrl = '/x';
    await settle(element);
    expect(told).to.deep.equal([]);

    const details: (CertificateProgressDetail | CertificateUploadedDetail)[] = [];
    element.addEventListener('ek-certificate-progress', (event) => details.push(event.detail));
    element.addEventListener('ek-certificate-uploaded', (event) => details.push(event.detail));
    const file = await realFile('certificate.pdf');
    await choose(element, file);
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    host.uploads[0]!.progress(1000);
    const certificate = host.uploads[0]!.succeed();
    await settle(element);
    expect(told).to.deep.equal(['accept', 'progress', 'uploaded']);
    expect(details).to.deep.equal([
      { enrollmentId: 'e1', file, sentBytes: 1000, totalBytes: 2594 },
      { enrollmentId: 'e1', certificate },
    ]);
    listening.abort();
  });

  it('asks before the page is left while something is being sent, and not after', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    expect(asksBeforeLeaving()).to.equal(true);
    host.uploads[0]!.succeed();
    await settle(element);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('finishes for its own enrollment what was started before the element went on to another', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    const told: string[] = [];
    element.addEventListener('ek-certificate-uploaded', ({ detail }) => told.push(detail.enrollmentId));
    element.enrollmentId = 'e2';
    await settle(element);
    expect(rows(element)).to.deep.equal([]);
    expect(asksBeforeLeaving()).to.equal(true);
    host.uploads[0]!.succeed();
    await settle(element);
    expect(told).to.deep.equal(['e1']);
    expect(asksBeforeLeaving()).to.equal(false);
  });

  it('keeps what is under way when the element is moved on the page', async () => {
    const host = new CertificateHost();
    const element = await sending(host, 'certificate.pdf');
    document.body.append(element);
    await settle(element);
    expect(states(element)).to.deep.equal(['uploading']);
    host.uploads[0]!.succeed();
    await settle(element);
    expect(uploaded(element)).to.have.length(1);
    element.remove();
  });
});
