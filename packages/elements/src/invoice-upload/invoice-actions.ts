import type { Backend, Enrollment } from '@enrollkit/core';
import { AttemptKey } from '../base/backend/attempt-key.js';
import { tellChange } from '../base/backend/change-hub.js';
import { untilStored } from '../base/backend/kept-write.js';
import { problemOf, type Problem } from '../base/backend/problem.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { saveBinary } from '../base/files/save-binary.js';

interface ActionOptions {
  readonly onRecorded: (enrollment: Enrollment) => void;
  /** Something else may have become of the enrollment: then the page says so. */
  readonly reload: () => void;
}

/** What can be done with an invoice besides sending it: telling that it was sent in another way, and fetching it. */
export class InvoiceActions {
  isRecording = false;
  problem: Problem | undefined;
  readonly #host: EnrollkitElement;
  readonly #options: ActionOptions;
  readonly #attempt = new AttemptKey();

  constructor(host: EnrollkitElement, options: ActionOptions) {
    this.#host = host;
    this.#options = options;
  }

  async record({ id, version }: Enrollment): Promise<void> {
    if (this.isRecording) return;
    this.isRecording = true;
    await this.#do(async (backend) => {
      const options = { expectedVersion: version, idempotencyKey: this.#attempt.for(id, version) };
      const stored = await untilStored(backend.recordInvoice(id, options), () => this.#tell('queued'));
      this.problem = undefined;
      tellChange(backend, { kind: 'enrollment', id });
      this.#options.onRecorded(stored);
    });
    if (this.problem) this.#options.reload();
    this.isRecording = false;
    this.#host.requestUpdate();
  }

  async download({ id }: Enrollment, name: string): Promise<void> {
    await this.#do(async (backend) => saveBinary(await backend.openInvoiceFile(id), name));
  }

  async #do(work: (backend: Backend) => Promise<void>): Promise<void> {
    this.#tell(undefined);
    try {
      await work(this.#host.resolvedBackend as Backend);
    } catch (error) {
      this.#tell(problemOf(error));
    }
  }

  #tell(problem: Problem | undefined): void {
    this.problem = problem;
    this.#host.requestUpdate();
  }
}
