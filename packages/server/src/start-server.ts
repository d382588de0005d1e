import type { Logger } from 'pino';
import { createApp } from './create-app.js';
import { createJobs } from './create-jobs.js';
import { holdJobs } from './jobs/hold-job.js';
import { openLockPool } from './jobs/open-lock-pool.js';
import { startJobs } from './jobs/start-jobs.js';
import { listen, type FetchHandler } from './http/listen.js';
import { createLog } from './observe/create-log.js';
import { createHealth } from './observe/health.js';
import { answerMetrics } from './observe/answer-metrics.js';
import { observeRequests } from './observe/observe-requests.js';
import { closeAll, openServerParts, type Closers, type PartsOptions } from './open-server-parts.js';
import type { ServerParts } from './parts/server-parts.js';
import type { Settings } from './settings/settings.js';

export interface StartOptions extends PartsOptions {
  /** Default: JSON on standard output. */
  readonly log?: Logger;
  /** Answers what is not below the API's base path, for a host that serves its own pages as well. */
  readonly mount?: (parts: ServerParts) => Promise<FetchHandler> | FetchHandler;
}

/** A server that answers. */
export interface RunningServer {
  /** Where, without a slash at the end. The API is below `settings.basePath`. */
  readonly url: string;
  readonly parts: ServerParts;
  /** Resolves with the reason when the embedded database ended and can't be started again: stop then. */
  readonly failed: Promise<unknown>;
  /** From now on `/healthz` says that this server is about to stop, and everything else is answered as before. */
  drain(): void;
  /** Accepts nothing new, finishes what runs, and lets go of everything. Twice is as good as once. */
  stop(): Promise<void>;
}

/**
 * Starts the whole server: database, files, API and jobs. Resolves when it answers; what was opened before a failure is
 * closed again.
 *
 * @example
 * const { url, stop } = await startServer(readSettings(process.env));
 */
export async function startServer(settings: Settings, options: StartOptions = {}): Promise<RunningServer> {
  const log = options.log ?? createLog(settings);
  const closers: Closers = [];
  try {
    const { parts, metrics, sweepSpool, supervise, close } = await openServerParts(settings, { ...options, log });
    closers.push(close);
    const jobs = createJobs(parts, metrics);
    const health = createHealth(parts, jobs);
    const app = createApp(parts, {
      around: [answerMetrics(metrics, settings), observeRequests(log, metrics)],
      mount: (api) => void api.route('/', health.routes),
    });
    const host = await options.mount?.(parts);
    const fetch = host ? beside(app.fetch, settings.basePath, host) : app.fetch;

    closers.push(sweepHourly(sweepSpool, log));
    const { jobLeaseSeconds } = settings;
    // A lease takes no connection of its own.
    const locks = openLockPool(parts.database.pool, { jobs: jobLeaseSeconds === undefined ? jobs.length : 2, log });
    const hold = holdJobs(locks, settings);
    const running = startJobs(jobs, { pool: parts.database.pool, hold, log, metrics: metrics.jobs });
    closers.push(
      () => locks.end(),
      () => running.stop(),
    );
    const listening = await listen(fetch, settings);
    closers.push(listening.close, async () => health.drain());
    if (!settings.mail) log.info('no mail server is configured: invitations to trainers wait until there is one');
    log.info({ url: `${listening.url}${settings.basePath}` }, 'listening');

    const failed = new Promise<unknown>((resolve) => supervise(resolve));
    let stopped: Promise<void> | undefined;
    return {
      url: listening.url,
      parts,
      failed,
      drain: () => health.drain(),
      stop: () => (stopped ??= closeAll(closers)),
    };
  } catch (error) {
    await closeAll(closers).catch((reason: unknown) => log.error({ err: reason }, 'not everything could be closed'));
    throw error;
  }
}

/** Other servers have spools of their own, so this is no job that they share. */
function sweepHourly(sweep: () => Promise<number>, log: Logger): () => Promise<void> {
  const work = (): void => {
    sweep().catch((error: unknown) => log.error({ err: error }, 'the spool could not be swept'));
  };
  work();
  const timer = setInterval(work, 60 * 60 * 1000).unref();
  return async () => clearInterval(timer);
}

/** Everything below the base path is the API's, the rest the host's. */
function beside(api: FetchHandler, basePath: string, host: FetchHandler): FetchHandler {
  return (request, env) => {
    const { pathname } = new URL(request.url);
    const isForApi = pathname === basePath || pathname.startsWith(`${basePath}/`);
    return (isForApi ? api : host)(request, env);
  };
}
