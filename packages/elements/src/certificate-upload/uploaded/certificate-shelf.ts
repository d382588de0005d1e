import { dayOf, type Certificate } from '@enrollkit/core';
import { html, type nothing, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { tellChange } from '../../base/backend/change-hub.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { newKey } from '../../base/new-key.js';
import { may } from '../../base/reading/may.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import type { CertificateRecord } from './certificate-record.js';
import { describeFileProblem } from '../../base/files/describe-file-problem.js';
import type { Wording } from '../certificate-wording.js';
import { plainText } from '../../base/language/plain-text.js';
import { saveFile } from './save-file.js';
import { renderUploadedList } from './uploaded-list.js';

interface ShelfHost extends EnrollkitElement {
  wording(): Wording;
}

interface ShelfOptions {
  readonly onRemoved: (certificate: Certificate) => void;
}

/** Fetching and removing what is uploaded, the second after asking. */
export class CertificateShelf implements ReactiveController {
  /** The certificate with which something didn't succeed. */
  #problem: { readonly id: string; readonly problem: Problem } | undefined;
  readonly #host: ShelfHost;
  readonly #options: ShelfOptions;
  readonly #dialog = createRef<HTMLDialogElement>();
  #asked: Certificate | undefined;

  constructor(host: ShelfHost, options: ShelfOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that left the page is closed, whatever it had asked.
    this.#asked = undefined;
  }

  /** What is uploaded, with what the backend can do about it. */
  render(record: CertificateRecord): TemplateResult | typeof nothing {
    const host = this.#host;
    const wording = host.wording();
    const backend = host.resolvedBackend;
    return renderUploadedList({
      t: wording.t,
      files: wording.files,
      locale: wording.locale,
      today: dayOf(host.now(), host.timeZone),
      record,
      problem: this.#problem && {
        id: this.#problem.id,
        sentence: describeFileProblem({ code: this.#problem.problem, params: {} }, wording),
      },
      onDownload: backend?.openCertificateFile && ((certificate) => void this.#download(certificate)),
      onRemove:
        backend?.removeCertificate && may('certificate.remove', record.enrollment)
          ? (certificate) => void this.#ask(certificate)
          : undefined,
    });
  }

  /** To be rendered always: an open dialog must not be replaced. */
  renderDialog(): TemplateResult {
    const { t } = this.#host.wording();
    return html`<dialog
      part="dialog"
      aria-labelledby="removal-title"
      aria-describedby="removal-text"
      ${ref(this.#dialog)}
    >
      <h3 id="removal-title">${t.removeTitle(plainText(this.#asked?.file.name ?? ''))}</h3>
      <p id="removal-text">${t.removeText}</p>
      <div class="dialog-actions">
        <button class="button" part="button" type="button" autofocus @click=${() => this.#dialog.value?.close()}>
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

  async #ask(certificate: Certificate): Promise<void> {
    this.#asked = certificate;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog.value?.showModal();
  }

  async #download(certificate: Certificate): Promise<void> {
    await this.#attempt(certificate, async (backend) => {
      const content = await backend.openCertificateFile?.(certificate.id);
      if (content) await saveFile(content, certificate.file);
    });
  }

  async #remove(): Promise<void> {
    // Closing gives the focus back to the button that opened it; from there the element moves it on.
    this.#dialog.value?.close();
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
      this.#options.onRemoved(certificate);
    });
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
