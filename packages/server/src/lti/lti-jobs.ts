import type { Job } from '../jobs/job.js';
import type { ServerParts } from '../parts/server-parts.js';
import { forgetExpired } from './launch/session-table.js';
import { LtiRefusal } from './lti-refusal.js';
import type { LtiParts } from './lti-parts.js';
import { openLti } from './open-lti.js';
import { findPlatform } from './platforms/platform-table.js';
import { nextDueLink, recordSync } from './services/link-table.js';
import { syncMembers } from './services/sync-members.js';
import { tellGrades } from './services/tell-grades.js';

const MINUTE_SECONDS = 60;
/** After a platform didn't answer. */
const RETRY_MS = 60 * 60_000;

/** Reads who takes part, tells results, and forgets what is over. */
export function ltiJobs(parts: ServerParts): readonly Job[] {
  const lti = openLti(parts);
  if (!lti) return [];
  return [
    {
      name: 'lti-members',
      everySeconds: 5 * MINUTE_SECONDS,
      run: async (signal) => ({
        ...(await syncDueLinks(lti, signal)),
        forgotten: await forgetExpired(lti.database.tables, lti.clock()),
      }),
    },
    {
      name: 'lti-grades',
      everySeconds: MINUTE_SECONDS,
      run: async (signal) => ({ ...(await tellGrades(lti, signal)) }),
    },
  ];
}

/** Each link whose time has come. One platform that doesn't answer keeps no other waiting. */
async function syncDueLinks(
  parts: LtiParts,
  signal: AbortSignal,
): Promise<{ readonly synced: number; readonly failed: number }> {
  const counts = { synced: 0, failed: 0 };
  const { tables } = parts.database;
  for (let link = await nextDueLink(tables, parts.clock()); link; link = await nextDueLink(tables, parts.clock())) {
    signal.throwIfAborted();
    const retryAt = new Date(Date.parse(parts.clock()) + RETRY_MS).toISOString();
    try {
      const platform = await findPlatform(tables, link.providerId, link.platformId);
      // A link that has lost its list, or its product, waits for the next launch.
      await recordSync(tables, link, {});
      if (platform) await syncMembers(parts, platform, link);
      counts.synced += 1;
    } catch (error) {
      if (!(error instanceof LtiRefusal)) throw error;
      await recordSync(tables, link, { problem: error.refusal, nextAt: retryAt });
      parts.log.warn({ provider: link.providerId, link: link.id, code: error.refusal }, 'members were not read');
      counts.failed += 1;
    }
  }
  return counts;
}
