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
export function createMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const answered = countRequests(registers);
  const files = countFiles(registers);
  watchDatabase(registers, options);
  return { registry, answered, ...files, jobs: countJobs(registers) };
}

type Registers = Registry[];

function countRequests(registers: Registers): Metrics['answered'] {
  const requests = new Histogram({
    name: 'enrollkit_http_request_duration_seconds',
    help: 'Time to answer a request; for a stream, time until it starts.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  });
  return ({ method, route, status, seconds }) => requests.observe({ method, route, status }, seconds);
}

function countFiles(registers: Registers): Pick<Metrics, 'uploaded' | 'swept'> {
  const uploads = new Counter({
    name: 'enrollkit_uploaded_bytes_total',
    help: 'Size of all certificates that were stored, in bytes.',
    registers,
  });
  const files = new Gauge({
    name: 'enrollkit_files',
    help: 'Result of the last check of the files: certificates whose file is missing, and files that no certificate uses.',
    labelNames: ['state'],
    registers,
  });
  return {
    uploaded: (bytes) => uploads.inc(bytes),
    swept: ({ missing, orphans }) => {
      files.set({ state: 'missing' }, missing);
      files.set({ state: 'orphan' }, orphans);
    },
  };
}

/** These are looked up when somebody asks for the numbers. */
function watchDatabase(registers: Registers, { pool, countDue }: MetricsOptions): void {
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
}

function countJobs(registers: Registers): JobMetrics {
  const runs = new Histogram({
    name: 'enrollkit_job_duration_seconds',
    help: 'Duration of jobs.',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600, 3600],
    registers,
  });
  const lag = new Gauge({
    name: 'enrollkit_job_lag_seconds',
    help: 'How much later than planned a job started.',
    labelNames: ['job'],
    registers,
  });
  const success = new Gauge({
    name: 'enrollkit_job_last_success_timestamp_seconds',
    help: 'Time at which a job last succeeded on this server.',
    labelNames: ['job'],
    registers,
  });
  return {
    ended(job, { outcome, seconds, lateSeconds }) {
      runs.observe({ job, outcome }, seconds);
      lag.set({ job }, lateSeconds);
      if (outcome === 'done') success.setToCurrentTime({ job });
    },
  };
}
