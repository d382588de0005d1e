import type { Certificate } from '@enrollkit/core';
import type { CertificateUpload, HostBackend } from '@enrollkit/elements';
import '@enrollkit/elements/certificate-upload.js';
import { expect } from '@open-wc/testing';
import { isSaid, said } from '../said.js';
import {
  CertificateHost,
  UPLOADED,
  all,
  button,
  choose,
  fill,
  has,
  one,
  pressUpload,
  realFile,
  rows,
  settle,
  shown,
  textOf,
} from './certificate-host.js';
import { waitUntil } from '../../support/wait-until.js';

/** A host of which some methods answer something else than the port says. */
class LooseHost extends CertificateHost {
  readonly #answers: Readonly<Record<string, unknown>>;

  constructor(answers: Readonly<Record<string, unknown>>) {
    super();
    this.#answers = answers;
  }

  override backend(): HostBackend {
    const methods = Object.entries(this.#answers).map(([name, answer]) => [name, () => answer]);
    return { ...super.backend(), ...Object.fromEntries(methods) } as HostBackend;
  }
}

const BAD_ANSWER = 'De server gaf een onleesbaar antwoord. Probeer het opnieuw.';
const without = (name: keyof Certificate): unknown => ({ ...UPLOADED, [name]: undefined });
const problem = (element: CertificateUpload): string => textOf(one(element, '.problem-text'));

describe('<certificate-upload>: what a host answers', () => {
  const badAnswers: readonly (readonly [string, Record<string, unknown>])[] = [
    ['no enrollment', { getEnrollment: undefined }],
    ['an enrollment of no product', { getEnrollment: { id: 'e1' } }],
    ['no product', { getProduct: null }],
    ['a product without its certifications', { getProduct: { id: 'p1' } }],
    ['certifications that are no list', { listCertifications: { items: {}, total: 0 } }],
    ['certifications without a page', { listCertifications: undefined }],
    ['a certification without a name', { listCertifications: { items: [{ id: 'prince2' }] } }],
    ['certificates that are no list', { listCertificates: { items: 'c1', total: 1 } }],
    ['certificates without a page', { listCertificates: [UPLOADED] }],
    ['a certificate that is nothing', { listCertificates: { items: [null] } }],
    ['a certificate without a file', { listCertificates: { items: [without('file')] } }],
    ['a certificate without a first day', { listCertificates: { items: [without('validFrom')] } }],
  ];
  for (const [what, answers] of badAnswers) {
    it(`says that the answer can't be used when it is ${what}`, async () => {
      const element = await shown(new LooseHost(answers));
      expect(problem(element)).to.equal(BAD_ANSWER);
      expect(element.matches(':state(failed)')).to.equal(true);
      expect(has(element, 'form')).to.equal(false);
    });
  }

  it('shows a certificate of which the moment is unknown, below the others', async () => {
    const old = { ...UPLOADED, id: 'c2', file: { ...UPLOADED.file, name: 'old.pdf' } };
    const items = [{ ...old, createdAt: undefined }, UPLOADED];
    const element = await shown(new LooseHost({ listCertificates: { items } }));
    expect(all(element, '[part="certificate"] .row-name bdi:first-child').map(textOf)).to.deep.equal([
      'diploma.pdf',
      'old.pdf',
    ]);
  });

  it('takes answers that are no promises', async () => {
    const element = await shown(new LooseHost({ listCertificates: { items: [UPLOADED] } }));
    expect(all(element, '[part="certificate"]')).to.have.length(1);
  });

  it('keeps a file as failed when what the backend stored is no certificate', async () => {
    const element = await shown(new LooseHost({ uploadCertificate: { id: 'c9' } }));
    await choose(element, await realFile('certificate.pdf'));
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    expect(rows(element)[0]).to.contain(BAD_ANSWER);
    expect(has(element, '[part="certificate"]')).to.equal(false);
  });
});

describe('<certificate-upload>: a file name that turns the text around it', () => {
  // A right-to-left override, an isolate that is never closed, a line break and a bell.
  const NAME = 'diploma\u202efdp\u2067.\n\u0007pdf';
  const PLAIN = 'diplomafdp.pdf';
  const TURNING = /[\p{Cc}\p{Bidi_Control}]/u;

  /** Of every label and title in it; what is seen stands in a `<bdi>`. */
  const labels = (element: CertificateUpload): string =>
    all(element, '[aria-label], [title]')
      .map((each) => `${each.ariaLabel} ${each.title}`)
      .join();

  it('is said without that in the list of chosen files', async () => {
    const host = new CertificateHost();
    const element = await shown(host);
    await choose(element, await realFile('diploma.docx', NAME));
    await settle(element);
    await waitUntil(() => said().at(-1)?.includes(`${PLAIN}: Dit is geen PDF`));
    await choose(element, await realFile('certificate.pdf', NAME));
    expect(button(element, `Uit de lijst halen: ${PLAIN}`)).to.not.equal(undefined);
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    expect(one(element, 'progress').ariaLabel).to.equal(PLAIN);
    expect(labels(element)).not.to.match(TURNING);
    host.uploads[0]!.succeed();
    await settle(element);
    await isSaid(`${PLAIN} is geüpload.`);
  });

  it('is asked and said without that when it is removed', async () => {
    const host = new CertificateHost();
    host.certificates = [{ ...UPLOADED, file: { ...UPLOADED.file, name: NAME } }];
    const element = await shown(host);
    expect(labels(element)).not.to.match(TURNING);
    button(element, `Verwijderen: ${PLAIN}`)!.click();
    await settle(element);
    expect(textOf(one(element, '#removal-title'))).to.equal(`${PLAIN} verwijderen?`);
    one(element, '[part~="remove-button"]').click();
    await settle(element);
    await isSaid(`${PLAIN} is verwijderd.`);
  });
});
