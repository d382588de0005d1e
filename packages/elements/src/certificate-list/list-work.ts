import type { Backend } from '@enrollkit/core';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { saveBlob } from '../base/files/save-blob.js';
import { formatDecimal } from '../base/language/formats.js';
import type { CertificateListTerms } from '../terms/certificate-list.js';
import { readEvery, readMore, type CertificatePages } from './certificate-pages.js';
import { certificatesCsv } from './certificates-csv.js';
import { certificateQuery, stateOf, type ListChoice } from './list-query.js';

interface WorkOptions {
  readonly terms: () => CertificateListTerms;
  readonly choice: () => ListChoice;
}

type Lister = Pick<Backend, 'listCertificates'>;

/** Reading more of a list, and all of it for a file. One thing at a time. */
export class ListWork {
  isBusy = false;
  problem: Problem | undefined;
  readonly #host: EnrollkitElement;
  readonly #options: WorkOptions;

  constructor(host: EnrollkitElement, options: WorkOptions) {
    this.#host = host;
    this.#options = options;
  }

  /** The list with so many more; `undefined` when something else was chosen meanwhile. */
  async more(pages: CertificatePages, size: number): Promise<CertificatePages | undefined> {
    return this.#do(async (backend) => {
      const asked = this.#query;
      const more = await readMore(backend, JSON.parse(asked) as object, { pages, size });
      return asked === this.#query ? more : undefined;
    });
  }

  /** Saves all that is found as CSV. */
  async export(): Promise<void> {
    await this.#do(async (backend) => {
      const choice = this.#options.choice();
      const all = await readEvery(backend, certificateQuery(choice));
      const terms = this.#options.terms();
      const csv = certificatesCsv(all, {
        terms,
        locale: this.#host.localeTag,
        stateOf: (each) => stateOf(each, choice),
      });
      saveBlob(new Blob([csv], { type: 'text/csv' }), `${terms.fileName}.csv`);
      this.#host.announce(terms.exported(formatDecimal(String(all.length), this.#host.localeTag)));
    });
  }

  get #query(): string {
    return JSON.stringify(certificateQuery(this.#options.choice()));
  }

  async #do<Result>(work: (backend: Lister) => Promise<Result>): Promise<Result | undefined> {
    const backend = this.#host.resolvedBackend;
    if (this.isBusy || !backend?.listCertificates) return undefined;
    this.isBusy = true;
    this.problem = undefined;
    this.#host.requestUpdate();
    try {
      return await work(backend as Lister);
    } catch (error) {
      this.problem = problemOf(error);
      return undefined;
    } finally {
      this.isBusy = false;
      this.#host.requestUpdate();
    }
  }
}
