import type { Change, Enrollment, ErrorCode, ParticipationStatus, VersionedWriteOptions } from '@enrollkit/core';
import type { HostBackend } from '@enrollkit/elements';

/** The present moment in these tests. */
export const NOW = '2026-09-01T10:00:00.000Z';

/** An enrollment whose course runs from 24 August to 12 September 2026. */
export const started: Enrollment = {
  id: 'e1',
  productId: 'p1',
  participant: { name: 'Sanne Jansen', email: 'sanne@example.org' },
  startDate: '2026-08-24',
  endDate: '2026-09-12',
  status: 'started',
  history: [
    rule('unknown', 'enrolled', '2026-06-02T08:00:00.000Z', 'enrollment-accepted'),
    rule('enrolled', 'started', '2026-08-24T22:00:00.000Z', 'start-date-passed'),
  ],
  version: 3,
};

function rule(
  from: ParticipationStatus,
  to: ParticipationStatus,
  at: string,
  id: 'enrollment-accepted' | 'start-date-passed',
): Enrollment['history'][number] {
  return { from, to, at, cause: { kind: 'rule', rule: id } };
}

/** What a host's own code throws: any error with one of the kit's codes on it. */
interface Refusal {
  readonly code: ErrorCode;
  readonly current?: Enrollment;
  readonly sent?: Promise<Enrollment>;
}
const refusal = (fields: Refusal): Error => Object.assign(new Error(fields.code), fields);

/** What a host may hand in: a plain object with the few methods that one element needs, over records of its own. */
export class HostRecords {
  readonly calls: { readonly to: ParticipationStatus; readonly options: VersionedWriteOptions | undefined }[] = [];
  readonly listeners = new Set<(change: Change) => void>();
  /** Thrown by the next calls, as the host's own server would. */
  failRead: Refusal | undefined;
  failWrite: Refusal | undefined;
  /** Writes wait until it resolves. */
  gate: Promise<void> = Promise.resolve();
  now = NOW;
  reads = 0;
  #enrollment: Enrollment;

  constructor(enrollment: Partial<Enrollment> = {}) {
    this.#enrollment = { ...started, ...enrollment };
  }

  /** Somebody else changes it. */
  change(fields: Partial<Enrollment>): void {
    this.#enrollment = { ...this.#enrollment, ...fields, version: this.#enrollment.version + 1 };
    for (const listener of this.listeners) listener({ kind: 'enrollment', id: this.#enrollment.id });
  }

  /** Without `subscribe`: the page itself has to carry changes then. */
  backend({ subscribe = true }: { readonly subscribe?: boolean } = {}): HostBackend {
    const backend: HostBackend = {
      clock: () => this.now,
      getEnrollment: async (id) => {
        this.reads += 1;
        if (this.failRead) throw refusal(this.failRead);
        if (id !== this.#enrollment.id) throw refusal({ code: 'not-found' });
        return this.#enrollment;
      },
      changeStatus: async (_id, to, options) => {
        this.calls.push({ to, options });
        await this.gate;
        if (this.failWrite) throw refusal(this.failWrite);
        const { version, status, history } = this.#enrollment;
        if (options?.expectedVersion !== version) throw refusal({ code: 'conflict', current: this.#enrollment });
        const cause = { kind: 'manual', by: 'Fatima' } as const;
        this.change({ status: to, history: [...history, { from: status, to, at: this.now, cause }] });
        return this.#enrollment;
      },
    };
    if (!subscribe) return backend;
    return {
      ...backend,
      subscribe: (listener) => {
        this.listeners.add(listener);
        return () => this.listeners.delete(listener);
      },
    };
  }
}

/** A write that is kept until the test says what became of it. */
export function keptUntilStored(records: HostRecords) {
  let settle!: { resolve: (enrollment: Enrollment) => void; reject: (error: unknown) => void };
  const sent = new Promise<Enrollment>((resolve, reject) => (settle = { resolve, reject }));
  return {
    sent,
    store: (fields: Partial<Enrollment>): void => {
      records.change(fields);
      settle.resolve({ ...started, ...fields, version: started.version + 1 });
    },
    refuse: (code: ErrorCode) => settle.reject(refusal({ code })),
  };
}
