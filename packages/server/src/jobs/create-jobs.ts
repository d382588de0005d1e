import { ANSWER_DAYS } from '@enrollkit/core';
import { findMissingFiles } from '../files/find-missing-files.js';
import { sweepFiles } from '../files/sweep-files.js';
import { importWorker } from '../imports/import-worker.js';
import { releaseFeeds } from '../imports/release-feeds.js';
import type { Metrics } from '../observe/metrics.js';
import { enforceRetention } from '../privacy/enforce-retention.js';
import type { ServerParts } from '../server-parts.js';
import { forgetAnswers } from '../store/answers.js';
import { settleAllDue } from '../store/settle.js';
import type { Job } from './job.js';

const HOUR_SECONDS = 60 * 60;
const DAY_SECONDS = 24 * HOUR_SECONDS;

/** Everything that the servers of a database do by themselves. */
export function createJobs(parts: ServerParts, metrics: Metrics): readonly Job[] {
  const { settings, database, files, clock, log } = parts;
  return [
    {
      name: 'settle-due-enrollments',
      everySeconds: settings.jobIntervalSeconds,
      run: async (signal) => ({
        ...(await settleAllDue({ database, clock, log, timeZone: settings.timeZone, signal })),
      }),
    },
    {
      name: 'sweep-files',
      everySeconds: HOUR_SECONDS,
      async run() {
        const feeds = await releaseFeeds({ files, database });
        const orphans = await sweepFiles({ files, database, clock });
        const missing = (await findMissingFiles({ files, database })).length;
        metrics.swept({ orphans, missing });
        return { orphans, missing, feeds };
      },
    },
    importWorker(parts),
    {
      name: 'enforce-retention',
      everySeconds: HOUR_SECONDS,
      run: async (signal) => ({ ...(await enforceRetention(parts, { signal })) }),
    },
    {
      name: 'forget-answers',
      everySeconds: HOUR_SECONDS,
      async run() {
        const before = new Date(Date.parse(clock()) - ANSWER_DAYS * DAY_SECONDS * 1000).toISOString();
        await forgetAnswers(database.tables, before);
        return {};
      },
    },
  ];
}
