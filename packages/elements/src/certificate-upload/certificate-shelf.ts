import type { Certificate } from '@enrollkit/core';
import { html, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { tellChange } from '../base/change-hub.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { problemOf, type Problem } from '../base/problem.js';
import type { CertificateUploadTerms } from '../terms/certificate-upload.js';
import { newId } from './new-id.js';
import { saveFile } from './save-file.js';

interface ShelfOptions {
  readonly terms: () => CertificateUploadTerms;
  readonly onRemoved: (certificate: Certificate) => void;
}

/** Fetching and removing what is uploaded, the second after asking. */
export class CertificateShelf implements ReactiveController {
  /** The certificate with which something didn't succeed. */
  problem: { readonly id: string; readonly problem: Problem } | undefined;
  readonly #host: EnrollkitElement;
  readonly #options: ShelfOptions;
  readonly #dialog = createRef<HTMLDialogElement>();
  #asked: Certificate | undefined;

  constructor(host: EnrollkitElement, options: ShelfOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that left the page is closed, whatever it had asked.
    this.#asked = undefined;
  }

  /** Absent when the backend can't hand out files. */
  get download(): ((certificate: Certificate) => Promise<void>) | undefined {
    const backend = this.#host.resolvedBackend;
    if (!backend?.openCertificateFile) return undefined;
    return (certificate) =>
      this.#attempt(certificate, async () => {
        await saveFile(await backend.openCertificateFile!(certificate.id), certificate.file);
      });
  }

  /** Absent when the backend can't remove. */
  get askRemoval(): ((certificate: Certificate) => void) | undefined {
    if (!this.#host.resolvedBackend?.removeCertificate) return undefined;
    return (certificate) => {
      this.#asked = certificate;
      this.#host.requestUpdate();
      void this.#host.updateComplete.then(() => this.#dialog.value?.showModal());
    };
  }

  /** To be rendered always: an open dialog must not be replaced. */
  renderDialog(): TemplateResult {
    const t = this.#options.terms();
    return html`<dialog
      part="dialog"
      aria-labelledby="removal-title"
      aria-describedby="removal-text"
      ${ref(this.#dialog)}
    >
      <h3 id="removal-title">${t.removeTitle(this.#asked?.file.name ?? '')}</h3>
      <p id="removal-text">${t.removeText}</p>
      <div class="dialog-actions">
        <button class="button" part="button" type="button" autofocus @click=${() => this.#dialog.value?.close()}>
          ${t.keep}
        </button>
        <button class="button destructive" part="button remove-button" type="button" @click=${() => this.#remove()}>
          ${t.remove}
        </button>
      </div>
    </dialog>`;
  }

  async #remove(): Promise<void> {
    // Closing gives the focus back to the button that opened it; from there the element moves it on.
    this.#dialog.value?.close();
    const certificate = this.#asked;
    const backend = this.#host.resolvedBackend;
    if (!certificate || !backend?.removeCertificate) return;
    await this.#attempt(certificate, async () => {
      await backend.removeCertificate!(certificate.id, {
        expectedVersion: certificate.version,
        idempotencyKey: newId(),
      });
      const { id, enrollmentId } = certificate;
      tellChange(backend, { kind: 'certificate', id, enrollmentId });
      tellChange(backend, { kind: 'enrollment', id: enrollmentId });
      this.#options.onRemoved(certificate);
    });
  }

  async #attempt({ id }: Certificate, work: () => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await work();
    } catch (error) {
      this.problem = { id, problem: problemOf(error) };
    }
    this.#host.requestUpdate();
  }
}
