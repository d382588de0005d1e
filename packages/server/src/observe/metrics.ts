import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Pool } from 'pg';

/** What the server counts, for Prometheus. One for each server: two in a process don't share numbers. */
export interface Metrics {
  readonly registry: Registry;
  readonly jobs: JobMetrics;
  answered(request: AnsweredRequest): void;
  uploaded(bytes: number): void;
  /** What the last look at the files found. */
  swept(found: { readonly missing: number; readonly orphans: number }): void;
}

export interface JobMetrics {
  ended(
    job: string,
    run: { readonly outcome: 'done' | 'failed'; readonly seconds: number; readonly lateSeconds: number },
  ): void;
}

export interface AnsweredRequest {
  readonly method: string;
  /** The pattern: an address would be personal data, and a label without end. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

export interface MetricsOptions {
  readonly pool: Pool;
  /** How many enrollments have a rule that is due and not written down yet. */
  readonly countDue: () => Promise<number>;
}

/** Makes the numbers, all of them there from the start. */
export function createMetrics({ pool, countDue }: MetricsOptions): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });

  const requests = new Histogram({
    name: 'enrollkit_http_request_duration_seconds',
    help: 'Time to answer a request; for a stream, time until it starts.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  const uploads = new Counter({
    name: 'enrollkit_uploaded_bytes_total',
    help: 'Size of all certificates that were stored, in bytes.',
    registers,
  });
  new Gauge({
    name: 'enrollkit_database_connections',
    help: 'Database connections by state; waiting counts the requests that wait for one.',
    labelNames: ['state'],
    registers,
    collect() {
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  new Gauge({
    name: 'enrollkit_due_enrollments',
    help: 'Bookings with a status change that is due and not saved yet.',
    registers,
    async collect() {
      // A database that doesn't answer is told by /healthz; the other numbers are needed then.
      this.set(await countDue().catch(() => Number.NaN));
    },
  });
  const files = new Gauge({
    name: 'enrollkit_files',
    help: 'Result of the last check of the files: certificates whose file is missing, and files that no certificate uses.',
    labelNames: ['state'],
    registers,
  });
  const jobRuns = new Histogram({
    name: 'enrollkit_job_duration_seconds',
    help: 'Duration of jobs.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
    registers,
  });
  const jobLag = new Gauge({
    name: 'enrollkit_job_lag_seconds',
    help: 'How much later than planned a job started.',
    labelNames: ['job'],
    registers,
  });
  const jobSuccess = new Gauge({
    name: 'enrollkit_job_last_success_timestamp_seconds',
    help: 'Time at which a job last succeeded on this server.',
    labelNames: ['job'],
    registers,
  });

  return {
    registry,
    answered: ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds),
    uploaded: (bytes) => uploads.inc(bytes),
    swept: ({ missing, orphans }) => {
      files.set({ state: 'missing' }, missing);
      files.set({ state: 'orphan' }, orphans);
    },
    jobs: {
      ended(job, { outcome, seconds, lateSeconds }) {
        jobRuns.observe({ job, outcome }, seconds);
        jobLag.set({ job }, lateSeconds);
        if (outcome === 'done') jobSuccess.setToCurrentTime({ job });
      },
    },
  };
}
