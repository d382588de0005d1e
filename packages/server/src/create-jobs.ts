import { ANSWER_DAYS } from '@enrollkit/core';
import { settleAllDue } from './bookings/settle-all-due.js';
import { fetchDueFeeds } from './feeds/fetch-due-feeds.js';
import { findMissingFiles } from './files/find-missing-files.js';
import { sweepFiles } from './files/sweep-files.js';
import { importWorker } from './imports/import-worker.js';
import { releaseFeeds } from './imports/release-feeds.js';
import { sendInvitations } from './invitations/send-invitations.js';
import { smtpSender } from './invitations/smtp-sender.js';
import type { Job } from './jobs/job.js';
import { ltiJobs } from './lti/lti-jobs.js';
import { smtpMailer } from './mail/smtp-mailer.js';
import { remindOfExpiry } from './notices/remind-of-expiry.js';
import { sendNotices } from './notices/send-notices.js';
import type { Metrics } from './observe/metrics.js';
import type { ServerParts } from './parts/server-parts.js';
import { enforceRetention } from './privacy/enforce-retention.js';
import type { MailSettings } from './settings/settings.js';
import { cancelStarts } from './starts/cancel-starts.js';
import { forgetAnswers } from './store/answers.js';
import { webhookJobs } from './webhooks/webhook-jobs.js';

const MINUTE_SECONDS = 60;
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
    ...ltiJobs(parts),
    ...webhookJobs(parts),
    {
      name: 'fetch-feeds',
      everySeconds: MINUTE_SECONDS,
      run: async (signal) => ({ ...(await fetchDueFeeds(parts, signal)) }),
    },
    ...(settings.mail ? [invitations(parts, settings.mail), notices(parts, settings.mail)] : []),
    ...(settings.mail && settings.expiryReminderDays.length > 0 ? [reminders(parts)] : []),
    ...(settings.cancelStartDays === undefined ? [] : [startDeadlines(parts, settings.cancelStartDays)]),
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

function invitations(parts: ServerParts, mail: MailSettings): Job {
  const sender = smtpSender(mail);
  const { confirmUrl } = mail;
  return {
    name: 'send-invitations',
    everySeconds: MINUTE_SECONDS,
    run: async (signal) => ({ ...(await sendInvitations(parts, { sender, confirmUrl, signal })) }),
  };
}

function notices(parts: ServerParts, mail: MailSettings): Job {
  const mailer = smtpMailer(mail);
  return {
    name: 'send-notices',
    everySeconds: MINUTE_SECONDS,
    run: async (signal) => ({ ...(await sendNotices(parts, { mailer, mail, signal })) }),
  };
}

function reminders(parts: ServerParts): Job {
  const days = parts.settings.expiryReminderDays;
  return {
    name: 'remind-of-expiry',
    everySeconds: HOUR_SECONDS,
    run: async (signal) => ({ ...(await remindOfExpiry(parts, { days, signal })) }),
  };
}

/** Days begin at midnight somewhere: looked at every hour, each thing happens once. */
function startDeadlines(parts: ServerParts, deadlineDays: number): Job {
  return {
    name: 'cancel-starts',
    everySeconds: HOUR_SECONDS,
    run: async (signal) => ({ ...(await cancelStarts(parts, { deadlineDays, signal })) }),
  };
}
