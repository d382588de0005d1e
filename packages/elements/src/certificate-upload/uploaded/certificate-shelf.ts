import type { Certificate } from '@enrollkit/core';
import { html, type ReactiveController, type TemplateResult } from 'lit';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { tellChange } from '../../base/backend/change-hub.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { keep, sentence } from '../../base/language/kept-words.js';
import { plainText } from '../../base/language/plain-text.js';
import { newKey } from '../../base/new-key.js';
import { sayProblem } from '../../base/reading/render-record.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { Wording } from '../certificate-wording.js';
import { certificateRow, focusInstead } from '../sending/row-focus.js';
import type { CertificateRecord } from './certificate-record.js';
import { saveFile } from './save-file.js';
import type { UploadedListView } from './uploaded-list.js';

interface ShelfHost extends EnrollkitElement {
  wording(): Wording;
  say(sentence: string): void;
}

/** The record of the element that is shown, and how it gets another. */
export interface ShownRecord {
  readonly shown: () => CertificateRecord | undefined;
  readonly accept: (record: CertificateRecord) => void;
}

/** Fetching and removing what is uploaded, the second after asking. */
export class CertificateShelf implements ReactiveController {
  /** The certificate with which something didn't succeed. */
  #problem: { readonly id: string; readonly problem: Problem } | undefined;
  readonly #host: ShelfHost;
  readonly #record: ShownRecord;
  #asked: Certificate | undefined;

  constructor(host: ShelfHost, record: ShownRecord) {
    this.#host = host;
    this.#record = record;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that left the page is closed, whatever it had asked.
    this.#asked = undefined;
  }

  /** What didn't succeed, and with which certificate. */
  get problem(): UploadedListView['problem'] {
    const problem = this.#problem;
    return problem && { id: problem.id, sentence: sayProblem(this.#host.common, problem.problem) };
  }

  /** To be rendered always: an open dialog must not be replaced. */
  renderDialog(): TemplateResult {
    const { t } = this.#host.wording();
    return html`<dialog part="dialog" aria-labelledby="removal-title" aria-describedby="removal-text">
      <h3 id="removal-title">${sentence(t.removeTitle(keep(plainText(this.#asked?.file.name ?? ''))))}</h3>
      <p id="removal-text">${t.removeText}</p>
      <div class="dialog-actions">
        <button class="button" part="button" type="button" autofocus @click=${() => this.#dialog?.close()}>
          ${t.keep}
        </button>
        <button
          class="button destructive"
          part="button remove-button"
          type="button"
          @click=${() => void this.#remove()}
        >
          ${t.remove}
        </button>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement | null {
    return this.#host.renderRoot.querySelector('dialog');
  }

  async ask(certificate: Certificate): Promise<void> {
    this.#asked = certificate;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog?.showModal();
  }

  async download(certificate: Certificate): Promise<void> {
    await this.#attempt(certificate, async (backend) => {
      const content = await backend.openCertificateFile?.(certificate.id);
      if (content) await saveFile(content, certificate.file);
    });
  }

  async #remove(): Promise<void> {
    // Closing gives the focus back to the button that opened it; from there the element moves it on.
    this.#dialog?.close();
    const certificate = this.#asked;
    if (!certificate) return;
    await this.#attempt(certificate, async (backend) => {
      await backend.removeCertificate?.(certificate.id, {
        expectedVersion: certificate.version,
        idempotencyKey: newKey(),
      });
      const { id, enrollmentId } = certificate;
      tellChange(backend, { kind: 'certificate', id, enrollmentId });
      tellChange(backend, { kind: 'enrollment', id: enrollmentId });
      this.#leaveOut(certificate);
    });
  }

  /** Shows the others only; the focus goes to the one that is now in its place. */
  #leaveOut({ id: removed, file }: Certificate): void {
    const record = this.#record.shown();
    if (!record) return;
    const index = record.certificates.findIndex(({ id }) => id === removed);
    const certificates = record.certificates.filter(({ id }) => id !== removed);
    this.#record.accept({ ...record, certificates });
    this.#host.say(this.#host.wording().files.announceRemoved(file.name));
    const next = certificates[Math.min(index, certificates.length - 1)];
    void focusInstead(this.#host, next ? certificateRow(next) : '#file');
  }

  async #attempt({ id }: Certificate, work: (backend: HostBackend) => Promise<void>): Promise<void> {
    this.#problem = undefined;
    try {
      await work(this.#host.resolvedBackend ?? {});
    } catch (error) {
      this.#problem = { id, problem: problemOf(error) };
    }
    this.#host.requestUpdate();
  }
}
