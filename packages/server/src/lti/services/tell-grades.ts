import type { ParticipationStatus } from '@enrollkit/core';
import type { LtiParts } from '../lti-parts.js';
import { LtiRefusal } from '../lti-refusal.js';
import { askPlatform } from '../platforms/ask-platform.js';
import { findPlatform, type Platform } from '../platforms/platform-table.js';
import { findLink, type Link } from './link-table.js';
import { gradesToTell, recordTold, type GradeToTell } from './member-table.js';

export const SCORE_SCOPE = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const MEDIA_TYPE = 'application/vnd.ims.lis.v1.score+json';

interface Score {
  /** Of one point. Absent: there is none, and one that was there before counts no more. */
  readonly scoreGiven?: 0 | 1;
  readonly activityProgress: 'Initialized' | 'Started' | 'InProgress' | 'Submitted' | 'Completed';
  /** `Failed` would say that grading went wrong, not that somebody didn't pass. Source: AGS 2.0, gradingProgress. */
  readonly gradingProgress: 'FullyGraded' | 'NotReady';
}

/** What each status is as a score. Only results are told by themselves; the others take back a result that was told. */
export const SCORES = {
  enrolled: { activityProgress: 'Initialized', gradingProgress: 'NotReady' },
  started: { activityProgress: 'InProgress', gradingProgress: 'NotReady' },
  completed: { scoreGiven: 1, activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
  'did-not-pass': { scoreGiven: 0, activityProgress: 'Completed', gradingProgress: 'FullyGraded' },
  'no-show': { activityProgress: 'Initialized', gradingProgress: 'NotReady' },
  cancelled: { activityProgress: 'Initialized', gradingProgress: 'NotReady' },
  unknown: { activityProgress: 'Initialized', gradingProgress: 'NotReady' },
} as const satisfies Record<ParticipationStatus, Score>;

const RESULTS = (Object.keys(SCORES) as ParticipationStatus[]).filter((status) => 'scoreGiven' in SCORES[status]);
const FIRST_WAIT_MS = 5 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Tells platforms the results that they don't have yet. A platform that doesn't take one is asked again later. */
export async function tellGrades(
  parts: LtiParts,
  signal: AbortSignal,
): Promise<{ readonly told: number; readonly failed: number }> {
  const counts = { told: 0, failed: 0 };
  const { tables } = parts.database;
  for (
    let due = await gradesToTell(tables, parts.clock(), RESULTS);
    due.length > 0;
    due = await gradesToTell(tables, parts.clock(), RESULTS)
  ) {
    for (const grade of due) {
      signal.throwIfAborted();
      counts[(await tellOne(parts, grade)) ? 'told' : 'failed'] += 1;
    }
  }
  return counts;
}

async function tellOne(parts: LtiParts, grade: GradeToTell): Promise<boolean> {
  const { tables } = parts.database;
  const { providerId, linkId, userId, status } = grade;
  const at = parts.clock();
  try {
    const link = await findLink(tables, { providerId, id: linkId });
    const platform = link && (await findPlatform(tables, providerId, link.platformId));
    if (!link || !platform) return false;
    await postScore(parts, platform, link, { userId, status, at });
    await recordTold(tables, grade, { status, at });
    return true;
  } catch (error) {
    if (!(error instanceof LtiRefusal)) throw error;
    const attempts = grade.attempts + 1;
    const waitMs = Math.min(FIRST_WAIT_MS * 2 ** Math.min(attempts - 1, 10), LONGEST_WAIT_MS);
    await recordTold(tables, grade, { attempts, after: new Date(Date.parse(at) + waitMs).toISOString() });
    parts.log.warn(
      { provider: providerId, link: linkId, code: error.refusal, attempts },
      'a result was not told to its platform',
    );
    return false;
  }
}

/** Source: Assignment and grade services 2.0, score publish service. */
async function postScore(
  parts: LtiParts,
  platform: Platform,
  { lineitemUrl = '' }: Link,
  { userId, status, at }: { readonly userId: string; readonly status: ParticipationStatus; readonly at: string },
): Promise<void> {
  const token = await parts.platformTokens.get(platform, [SCORE_SCOPE]);
  const score: Score = SCORES[status];
  const body = JSON.stringify({
    userId,
    timestamp: at,
    ...score,
    ...(score.scoreGiven !== undefined && { scoreMaximum: 1 }),
  });
  const headers = { 'Content-Type': MEDIA_TYPE, Authorization: `Bearer ${token}` };
  const answer = await askPlatform(scoresUrl(lineitemUrl), { method: 'POST', headers, body }, parts.settings);
  if (answer.status < 200 || answer.status > 299)
    throw new LtiRefusal('platform-refused', { detail: `HTTP ${answer.status}` });
}

/** Moodle's line items carry a query, which stays at the end. */
function scoresUrl(lineitemUrl: string): string {
  const url = new URL(lineitemUrl);
  url.pathname = `${url.pathname.replace(/\/$/, '')}/scores`;
  return url.href;
}
