import {
  meetsEnrollmentQuery,
  type Enrollment,
  type EnrollmentNeed,
  type EnrollmentQuery,
  type Page,
} from '@enrollkit/core';
import type { ReactiveController } from 'lit';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { subscribeToChanges } from '../../base/backend/change-hub.js';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { TASKS } from './roster-filter.js';

/** Who marks a group changes one after the other: what is left to do is counted when they pause. */
const PAUSE_MS = 1500;

/** How much there is of one kind: as much as a page counts. */
export type TaskCount = Pick<Page<unknown>, 'total' | 'hasMore'>;

/** How much there is to do, by kind. What a backend can't tell isn't offered. */
export class TaskCounts implements ReactiveController {
  readonly #host: EnrollkitElement;
  readonly #base: () => EnrollmentQuery | undefined;
  readonly #counts = new Map<EnrollmentNeed, TaskCount>();
  #countedFor: readonly [HostBackend | undefined, string | undefined] = [undefined, undefined];
  #unsubscribe: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reading: AbortController | undefined;

  constructor(host: EnrollkitElement, base: () => EnrollmentQuery | undefined) {
    this.#host = host;
    this.#base = base;
    host.addController(this);
  }

  get counts(): ReadonlyMap<EnrollmentNeed, TaskCount> {
    return this.#counts;
  }

  hostUpdate(): void {
    const base = this.#base();
    const [backend, of] = [this.#host.resolvedBackend, base && JSON.stringify(base)] as const;
    const [countedBackend, countedOf] = this.#countedFor;
    if (!this.#host.isConnected || (backend === countedBackend && of === countedOf)) return;
    this.hostDisconnected();
    this.#countedFor = [backend, of];
    if (!backend || !base) return;
    this.#unsubscribe = subscribeToChanges(backend, () => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#count(backend, base), PAUSE_MS);
    });
    void this.#count(backend, base);
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    clearTimeout(this.#timer);
    this.#reading?.abort();
    this.#counts.clear();
    this.#countedFor = [undefined, undefined];
  }

  async #count(backend: HostBackend, base: EnrollmentQuery): Promise<void> {
    this.#reading?.abort();
    const { signal } = (this.#reading = new AbortController());
    await Promise.all(
      TASKS.map(async (task) => {
        try {
          const answer = await backend.listEnrollments?.({ ...base, needs: task, size: 1 }, { signal });
          if (signal.aborted) return;
          // A backend that doesn't know the question gives everything.
          const knows = answer?.items.every((row) => this.#mayNeed(row, task)) ?? false;
          if (answer && knows) this.#counts.set(task, answer);
          else this.#counts.delete(task);
        } catch {
          // What can't be counted isn't offered; the list itself says what is wrong.
          this.#counts.delete(task);
        }
      }),
    );
    if (!signal.aborted) this.#host.requestUpdate();
  }

  /** What a row tells by itself. That its certificate isn't verified it doesn't; only whether it has one. */
  #mayNeed(row: Enrollment, task: EnrollmentNeed): boolean {
    if (task === 'verification') return row.certificateUploadedAt !== undefined;
    const { timeZone } = this.#host;
    return meetsEnrollmentQuery(row, { needs: task }, { now: this.#host.now(), timeZone }) !== false;
  }
}
