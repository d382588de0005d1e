import type { Certificate, Change } from '@enrollkit/core';
import type { HostBackend } from '../base/backend/backend-context.js';

/** More that change together are read as a list again. */
const MOST_BY_THEMSELVES = 20;

interface ChangedOptions {
  readonly backend: () => HostBackend | undefined;
  /** One was read, or is no more. */
  readonly onRead: (id: string, certificate: Certificate | undefined) => void;
  /** Too many, or it can't be told one by one. */
  readonly onMany: () => void;
}

/** Reads the certificates that change, each by itself: a list of thousands isn't read again for one of them. */
export class ChangedCertificates {
  readonly #options: ChangedOptions;
  #ids = new Set<string>();

  constructor(options: ChangedOptions) {
    this.#options = options;
  }

  hear({ id }: Change): void {
    if (this.#ids.size === 0) setTimeout(() => void this.#readAll());
    this.#ids.add(id);
  }

  async #readAll(): Promise<void> {
    const ids = [...this.#ids];
    this.#ids = new Set();
    const backend = this.#options.backend();
    if (!backend?.getCertificate || ids.length > MOST_BY_THEMSELVES) {
      this.#options.onMany();
      return;
    }
    await Promise.all(ids.map((id) => this.#readOne(backend as Pick<Required<HostBackend>, 'getCertificate'>, id)));
  }

  async #readOne(backend: Pick<Required<HostBackend>, 'getCertificate'>, id: string): Promise<void> {
    try {
      this.#options.onRead(id, await backend.getCertificate(id));
    } catch (error) {
      const { code } = (error ?? {}) as { readonly code?: unknown };
      if (code === 'not-found') this.#options.onRead(id, undefined);
      // Whatever else it is, the list says it when it is read.
      else this.#options.onMany();
    }
  }
}
