import '@enrollkit/elements/certificate-upload.js';
import type { Certificate } from '@enrollkit/core';
import { expect } from '@open-wc/testing';
import { isSaid } from '../said.js';
import {
  AGILE,
  CertificateHost,
  PRINCE2,
  UPLOADED,
  choose,
  fill,
  failed,
  one,
  pressUpload,
  realFile,
  rows,
  shown,
  states,
} from './certificate-host.js';

async function certificateOf(file: File, more: Partial<Certificate>): Promise<Certificate> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    ...UPLOADED,
    id: 'c9',
    enrollmentId: 'e2',
    file: { ...UPLOADED.file, sizeBytes: file.size, sha256 },
    ...more,
  };
}

describe('the same file for another certification of one enrollment', () => {
  it('is another certificate: it can be uploaded, also while the first is on its way, and says what is there', async () => {
    const file = await realFile('certificate.pdf');
    const host = new CertificateHost();
    host.certifications = [PRINCE2, AGILE];
    host.certificates = [await certificateOf(file, { enrollmentId: 'e1', certificationId: 'prince2' })];
    const element = await shown(host);
    await choose(element, file, await realFile('linearized.pdf'));
    expect(states(element)).to.deep.equal(['ready', 'ready']);
    expect(rows(element)[0]).to.contain(
      'Ditzelfde bestand is hier al geüpload voor PRINCE2 Foundation. Voor een andere',
    );
    expect(rows(element)[1]).not.to.contain('Ditzelfde');
    fill(element, '#certification', 'agile');
    await element.updateComplete;
    fill(element, '#valid-from', '2026-09-12');
    fill(element, '#valid-until', '2028-09-12');
    await pressUpload(element);
    expect(host.uploads.map(({ draft }) => draft.certificationId)).to.deep.equal(['agile', 'agile']);
    // For the first of them, while it is on its way for the second.
    await choose(element, await realFile('linearized.pdf'), await realFile('linearized.pdf', 'again.pdf'));
    expect(states(element)).to.deep.equal(['uploading', 'uploading', 'ready', 'refused']);
  });

  it('is refused when it is there for all of them', async () => {
    const file = await realFile('certificate.pdf');
    const host = new CertificateHost();
    host.certifications = [PRINCE2, AGILE];
    host.certificates = [
      await certificateOf(file, { id: 'c8', enrollmentId: 'e1', certificationId: 'prince2' }),
      await certificateOf(file, { id: 'c9', enrollmentId: 'e1', certificationId: 'agile' }),
    ];
    const element = await shown(host);
    await choose(element, file);
    expect(rows(element)[0]).to.contain('Dit bestand is al geüpload.');
  });
});

describe('the same file for other people', () => {
  it('is warned about, by name where that is known, and can be uploaded all the same', async () => {
    const file = await realFile('certificate.pdf');
    const host = new CertificateHost();
    const asked: (string | undefined)[] = [];
    const anna = { name: 'Anna \u202eSmit', email: 'anna@example.com' };
    const others = [await certificateOf(file, { participant: anna })];
    const backend = host.backend();
    backend.listCertificates = async ({ enrollmentId, sha256 } = {}) => {
      if (!enrollmentId) asked.push(sha256);
      return enrollmentId ? { items: [], total: 0 } : { items: others, total: 1 };
    };
    const element = await shown(host);
    element.backend = backend;
    await element.updateComplete;
    await choose(element, file, await realFile('linearized.pdf'));
    expect(states(element)).to.deep.equal(['ready', 'ready']);
    expect(rows(element)[0]).to.contain('Ditzelfde bestand is al geüpload voor Anna Smit. Controleer');
    expect(rows(element)[1]).not.to.contain('Ditzelfde');
    // In whichever order the two were read.
    expect(asked).to.include(others[0]!.file.sha256);
    await isSaid(
      '2 bestanden staan klaar. certificate.pdf: Ditzelfde bestand is al geüpload voor Anna Smit. Controleer of het ook van deze deelnemer is. Dan kun je het gewoon uploaden.',
    );
    fill(element, '#valid-from', '2026-09-12');
    await pressUpload(element);
    expect(host.uploads.map(({ draft }) => draft.file.name)).to.deep.equal(['certificate.pdf', 'linearized.pdf']);
  });

  it('stands above the button, without a name where none is known, and stops nothing where it can’t be asked', async () => {
    const file = await realFile('certificate.pdf');
    const host = new CertificateHost();
    // A host that answers with all it has, whatever is asked: its own for this enrollment are no warning.
    host.certificates = [await certificateOf(file, { enrollmentId: 'e3', file: { ...UPLOADED.file, sizeBytes: 1 } })];
    const element = await shown(host);
    await choose(element, file);
    expect(rows(element)[0]).not.to.contain('Ditzelfde');
    host.certificates = [await certificateOf(file, {})];
    await choose(element, await realFile('diploma.docx'), await realFile('certificate.pdf', 'again.pdf'));
    expect(states(element)).to.deep.equal(['ready', 'refused', 'refused']);
    const queue = one(element, '[part="queue"]');
    const button = one(element, '[type="submit"]');
    expect(queue.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING).to.equal(4);
    // Another choice: what was wrong with the one before is over.
    await choose(element, await realFile('linearized.pdf'));
    expect(states(element)).to.deep.equal(['ready', 'ready']);
    host.failure = failed('offline');
    await choose(element, await realFile('web-page.pdf'));
    expect(states(element)[2]).to.equal('refused');
  });
});
