import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/invoice-upload.js';
import { applyChanges, evaluateEnrollment, type Enrollment, type UploadOptions } from '@enrollkit/core';
import type { HostBackend, InvoiceUpload, InvoiceUploadedDetail } from '@enrollkit/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { isSaid } from '../said.js';
import { sendKeys } from '../../support/keys.js';
import { waitUntil } from '../../support/wait-until.js';
import { expectAccessibleInOneEngine } from '../../support/one-engine.js';

const NOW = '2026-09-14T10:00:00.000Z';

/** A course that ended on 12 September 2026. */
const over: Enrollment = {
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Noor el Khatib', email: 'noor@voorbeeld.nl' },
  startDate: '2026-08-24',
  endDate: '2026-09-12',
  acceptedAt: '2026-06-02T09:00:00.000Z',
  bookingState: 'accepted',
  status: 'started',
  history: [],
  version: 3,
};

/** What a host may hand in: records of its own, and no way to hear of changes. */
class InvoiceHost {
  readonly sent: { readonly name: string; readonly key: string | undefined }[] = [];
  failures: Error[] = [];
  /** Sending waits until it resolves. */
  gate: Promise<void> = Promise.resolve();
  progress: ((sentBytes: number) => void) | undefined;
  signal: UploadOptions['signal'];
  enrollment: Enrollment;

  constructor(more: Partial<Enrollment> = {}) {
    this.enrollment = { ...over, ...more };
  }

  #invoiced(): Enrollment {
    const next = { ...this.enrollment, invoiceUploadedAt: NOW, version: this.enrollment.version + 1 };
    this.enrollment = applyChanges(next, evaluateEnrollment(next, { now: NOW }).changes);
    return this.enrollment;
  }

  backend(without: readonly (keyof HostBackend)[] = []): HostBackend {
    const all: HostBackend = {
      clock: () => NOW,
      getEnrollment: async () => this.enrollment,
      uploadInvoice: async (_id, file, { idempotencyKey, onProgress, signal } = {}) => {
        this.sent.push({ name: file.name, key: idempotencyKey });
        this.progress = (sentBytes) => onProgress?.({ sentBytes, totalBytes: file.size });
        this.signal = signal;
        await this.gate;
        const failure = this.failures.shift();
        if (failure) throw failure;
        return this.#invoiced();
      },
      recordInvoice: async (_id, { idempotencyKey } = {}) => {
        this.sent.push({ name: '', key: idempotencyKey });
        const failure = this.failures.shift();
        if (failure) throw failure;
        return this.#invoiced();
      },
      openInvoiceFile: async () => pdf('factuur.pdf'),
    };
    return Object.fromEntries(Object.entries(all).filter(([name]) => !without.includes(name as keyof HostBackend)));
  }
}

const pdf = (name: string): File =>
  new File(['%PDF-1.7\n1 0 obj\n<< /Type /Page >>\nendobj\n%%EOF\n'], name, { type: 'application/pdf' });
const refusal = (code: string, more: object = {}): Error => Object.assign(new Error(code), { code, ...more });
const part = (element: InvoiceUpload, name: string): HTMLElement | null =>
  element.shadowRoot!.querySelector(`[part~="${name}"]`);
const read = (node: Element | null | undefined): string => (node?.textContent ?? '').replace(/\s+/g, ' ').trim();
const item = (element: InvoiceUpload): string | undefined => part(element, 'item')?.dataset.state;

async function show(backend: HostBackend, lang = 'nl'): Promise<InvoiceUpload> {
  const page = await fixture(html`<div lang=${lang}></div>`);
  const element = document.createElement('invoice-upload');
  Object.assign(element, { backend, enrollmentId: 'e1' });
  page.append(element);
  await waitUntil(() => part(element, 'state') ?? part(element, 'problem'), 'it is shown');
  return element;
}

/** As the browser's own file dialog does. */
async function choose(element: InvoiceUpload, file: File, state = 'ready'): Promise<void> {
  const transfer = new DataTransfer();
  transfer.items.add(file);
  const input = element.shadowRoot!.querySelector<HTMLInputElement>('#file')!;
  input.files = transfer.files;
  input.dispatchEvent(new Event('change'));
  await waitUntil(() => item(element) === state, `the file is ${state}`);
}

describe('<invoice-upload>', () => {
  it('sends a PDF, tells how far it is, and completes the enrollment everywhere on the page', async () => {
    const host = new InvoiceHost();
    let open!: () => void;
    host.gate = new Promise((resolve) => (open = resolve));
    const backend = host.backend();
    const element = await show(backend);
    const status = document.createElement('enrollment-status');
    Object.assign(status, { backend, enrollmentId: 'e1' });
    element.after(status);
    const heard: InvoiceUploadedDetail[] = [];
    element.addEventListener('ek-invoice-uploaded', ({ detail }) => heard.push(detail));
    expect(read(part(element, 'state'))).to.equal('Er is nog geen factuur geüpload.');
    expect(read(part(element, 'form'))).to.contain('wordt de status Afgerond zodra de einddatum voorbij is');
    await expect(element).to.be.accessible();

    const file = pdf('factuur.pdf');
    await choose(element, file);
    await expectAccessibleInOneEngine(element);
    part(element, 'upload-button')!.focus();
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => item(element) === 'uploading' && element.matches(':state(busy)'));
    host.progress!(file.size / 2);
    await waitUntil(() => part(element, 'progress')?.getAttribute('value') === String(file.size / 2));
    await isSaid('factuur.pdf: 50%');
    open();
    await waitUntil(() => heard.length === 1);
    expect(heard[0]).to.deep.equal({ enrollmentId: 'e1', status: 'completed', file });
    await isSaid('factuur.pdf is geüpload. De status is nu Afgerond.');
    expect(read(part(element, 'state'))).to.equal('Geüpload op 14 september 2026.');
    expect(element.shadowRoot!.activeElement).to.equal(part(element, 'state'));
    await waitUntil(() => read(status.shadowRoot!.querySelector('[part="label"]')) === 'Afgerond');
    await expectAccessibleInOneEngine(element);
  });

  it('keeps the file when sending fails, and sends it again under the same key', async () => {
    const host = new InvoiceHost();
    host.failures = [refusal('timeout')];
    const element = await show(host.backend());
    await choose(element, pdf('factuur.pdf'));
    part(element, 'upload-button')!.click();
    await waitUntil(() => item(element) === 'failed');
    expect(read(part(element, 'problem'))).to.contain('De server antwoordde niet op tijd.');
    await expectAccessibleInOneEngine(element);
    part(element, 'item')!.querySelector('button')!.click();
    await waitUntil(() => read(part(element, 'state')).startsWith('Geüpload'));
    expect(host.sent).to.have.lengthOf(2);
    expect(host.sent[0]!.key).to.equal(host.sent[1]!.key);
  });

  it('looks at the bytes, says what to do, and takes another file in its place', async () => {
    const host = new InvoiceHost();
    const element = await show(host.backend());
    await choose(element, new File(['PK\x03\x04 word/document.xml'], 'factuur.pdf'), 'refused');
    expect(read(part(element, 'problem'))).to.match(/^Dit is geen PDF, maar een Word-document\. .*PDF/);
    expect(part(element, 'upload-button')).to.equal(null);
    await choose(element, pdf('juist.pdf'));
    expect(element.shadowRoot!.querySelectorAll('[part="item"]')).to.have.lengthOf(1);
    part(element, 'upload-button')!.click();
    await waitUntil(() => read(part(element, 'state')).startsWith('Geüpload'));
    expect(host.sent.map(({ name }) => name)).to.deep.equal(['juist.pdf']);
  });

  it('can be stopped, and what is then sent is sent once', async () => {
    const host = new InvoiceHost();
    host.gate = new Promise(() => undefined);
    const element = await show(host.backend());
    await choose(element, pdf('factuur.pdf'));
    part(element, 'upload-button')!.click();
    await waitUntil(() => item(element) === 'uploading');
    part(element, 'item')!.querySelector('button')!.click();
    await waitUntil(() => item(element) === 'ready');
    expect(host.signal!.aborted).to.equal(true);
    await isSaid('Het uploaden van factuur.pdf is gestopt.');
  });

  it('records that the invoice was sent in another way, also where no file can be stored', async () => {
    const host = new InvoiceHost({ endDate: '2026-12-01' });
    host.failures = [refusal('unavailable')];
    const element = await show(host.backend(['uploadInvoice', 'openInvoiceFile']), 'en');
    expect(part(element, 'drop-zone')).to.equal(null);
    part(element, 'elsewhere-button')!.click();
    await waitUntil(() => part(element, 'problem'));
    part(element, 'elsewhere-button')!.click();
    await waitUntil(() => read(part(element, 'state')) === 'Uploaded on 14 September 2026.');
    await isSaid('Recorded: the invoice has been sent.');
    expect(host.sent[0]!.key).to.equal(host.sent[1]!.key);
    expect(part(element, 'form')).to.equal(null);
    await expectAccessibleInOneEngine(element);
  });

  it('replaces an invoice, and gives the latest to whoever handles them', async () => {
    const host = new InvoiceHost({ invoiceUploadedAt: '2026-09-01T10:00:00.000Z' });
    const element = await show(host.backend());
    expect(part(element, 'drop-zone')).to.equal(null);
    expect(part(element, 'download-button')).not.to.equal(null);
    part(element, 'another-button')!.click();
    await waitUntil(() => element.shadowRoot!.activeElement?.id === 'file');
    await choose(element, pdf('beter.pdf'));
    part(element, 'upload-button')!.click();
    await waitUntil(() => read(part(element, 'state')) === 'Geüpload op 14 september 2026.');
    expect(part(element, 'form')).to.equal(null);
  });

  it('offers no download of an invoice that was only recorded', async () => {
    const recorded = { invoiceUploadedAt: '2026-09-01T10:00:00.000Z', invoiceFile: 'elsewhere' } as const;
    const element = await show(new InvoiceHost(recorded).backend());
    expect(read(part(element, 'state'))).to.contain('2026');
    expect(part(element, 'download-button')).to.equal(null);
    expect(part(element, 'another-button')).not.to.equal(null);
  });

  it('says why there can be none, and offers nothing to whoever only looks', async () => {
    const WHY = [
      [{ bookingState: 'cancelled', status: 'cancelled' }, 'Deze inschrijving is beëindigd.'],
      [{ bookingState: 'requested', status: 'unknown' }, 'zodra deze inschrijving is geaccepteerd'],
      [{ allowed: [] }, 'Er is nog geen factuur geüpload.'],
    ] as const;
    for (const [more, sentence] of WHY) {
      const element = await show(new InvoiceHost(more).backend());
      expect(read(part(element, 'base'))).to.contain(sentence);
      expect(element.shadowRoot!.querySelectorAll('form, button, input')).to.have.lengthOf(0);
      await expectAccessibleInOneEngine(element);
    }
  });
});
