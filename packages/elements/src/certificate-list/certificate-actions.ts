import type { Certificate } from '@enrollkit/core';
import { html, type ReactiveController, type TemplateResult } from 'lit';
import { createRef, ref } from 'lit/directives/ref.js';
import { AttemptKey } from '../base/backend/attempt-key.js';
import type { HostBackend } from '../base/backend/backend-context.js';
import { tellChange } from '../base/backend/change-hub.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { ask } from '../base/events.js';
import { keep, sentence } from '../base/language/kept-words.js';
import { saveFile } from '../certificate-upload/uploaded/save-file.js';
import type { CertificateListTerms } from '../terms/certificate-list.js';
import type { CertificateOpenDetail } from './certificate-list-events.js';
import { pictureOf, type Preview } from './certificate-preview.js';

interface ActionsOptions {
  readonly terms: () => CertificateListTerms;
  readonly nameOf: (certificate: Certificate) => string;
  readonly onRemoved: (certificate: Certificate) => void;
}

/** Looking at a certificate, having its file, and removing it, the last after asking. */
export class CertificateActions implements ReactiveController {
  preview: Preview | undefined;
  /** The certificate with which something didn't succeed. */
  problem: { readonly id: string; readonly problem: Problem } | undefined;
  readonly #host: EnrollkitElement;
  readonly #options: ActionsOptions;
  readonly #dialog = createRef<HTMLDialogElement>();
  readonly #key = new AttemptKey();
  #asked: Certificate | undefined;

  constructor(host: EnrollkitElement, options: ActionsOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    // A dialog that left the page is closed, whatever it had asked.
    this.#asked = undefined;
  }

  hostDisconnected(): void {
    this.#show(undefined);
  }

  async togglePreview(certificate: Certificate): Promise<void> {
    const { id } = certificate;
    if (this.preview?.id === id) {
      this.#show(undefined);
      return;
    }
    if (!this.#mayOpen(certificate, 'preview')) return;
    this.#show({ id, kind: 'loading' });
    await this.#attempt(certificate, async (backend) => {
      const content = await backend.openCertificateFile?.(id);
      const shown = content && (await this.#pictureOf(content, certificate));
      // Somebody may have closed it meanwhile, or opened another one.
      if (this.preview?.id !== id) shown?.close();
      else this.#show(shown ? { id, kind: 'ready', picture: shown } : { id, kind: 'failed' });
    });
    if (this.problem?.id === id && this.preview?.id === id) this.#show(undefined);
  }

  async download(certificate: Certificate): Promise<void> {
    if (!this.#mayOpen(certificate, 'download')) return;
    await this.#attempt(certificate, async (backend) => {
      const content = await backend.openCertificateFile?.(certificate.id);
      if (content) await saveFile(content, certificate.file);
    });
  }

  async askToRemove(certificate: Certificate): Promise<void> {
    this.#asked = certificate;
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#dialog.value?.showModal();
  }

  /** To be rendered always: an open dialog must not be replaced. */
  renderDialog(): TemplateResult {
    const terms = this.#options.terms();
    return html`<dialog
      part="dialog"
      aria-labelledby="removal-title"
      aria-describedby="removal-text"
      ${ref(this.#dialog)}
    >
      <h3 id="removal-title">
        ${sentence(terms.removeTitle(keep(this.#asked ? this.#options.nameOf(this.#asked) : '')))}
      </h3>
      <p id="removal-text">${terms.removeText}</p>
      <div class="dialog-actions">
        <button class="button" part="button" type="button" autofocus @click=${() => this.#dialog.value?.close()}>
          ${terms.keep}
        </button>
        <button
          class="button destructive"
          part="button remove-button"
          type="button"
          @click=${() => void this.#remove()}
        >
          ${terms.remove}
        </button>
      </div>
    </dialog>`;
  }

  async #remove(): Promise<void> {
    this.#dialog.value?.close();
    const certificate = this.#asked;
    if (!certificate) return;
    const { id, enrollmentId, version } = certificate;
    await this.#attempt(certificate, async (backend) => {
      const idempotencyKey = this.#key.for(id, version);
      await backend.removeCertificate?.(id, { expectedVersion: version, idempotencyKey });
      this.#key.forget();
      if (this.preview?.id === id) this.#show(undefined);
      this.#options.onRemoved(certificate);
      tellChange(backend, { kind: 'certificate', id, enrollmentId });
      tellChange(backend, { kind: 'enrollment', id: enrollmentId });
    });
  }

  #mayOpen(certificate: Certificate, purpose: CertificateOpenDetail['purpose']): boolean {
    return ask<CertificateOpenDetail>(this.#host, 'ek-certificate-open', { certificate, purpose });
  }

  async #pictureOf(
    content: NonNullable<Awaited<ReturnType<NonNullable<HostBackend['openCertificateFile']>>>>,
    certificate: Certificate,
  ): Promise<ImageBitmap | undefined> {
    try {
      const blob = content instanceof Blob ? content : new Blob([await content.arrayBuffer()]);
      return await pictureOf(blob, certificate);
    } catch {
      // It is no picture, or a PDF that can't be read: the list says so, and the file can be had.
      return undefined;
    }
  }

  #show(preview: Preview | undefined): void {
    if (this.preview?.kind === 'ready') this.preview.picture.close();
    this.preview = preview;
    this.#host.requestUpdate();
  }

  async #attempt({ id }: Certificate, work: (backend: HostBackend) => Promise<void>): Promise<void> {
    this.problem = undefined;
    try {
      await work(this.#host.resolvedBackend ?? {});
    } catch (error) {
      this.problem = { id, problem: problemOf(error) };
    }
    this.#host.requestUpdate();
  }
}
