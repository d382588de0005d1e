import { parseParticipationStatus, toWireName } from '../enrollment/wire-name.js';
import { STATUSES } from '../enrollment/participation-status.js';
import type { Vocabulary, Writing } from './words.js';

const written = STATUSES.map((status) => [status, { word: { participationStatus: toWireName(status) } }] as const);

/** The marketplace's own words, which the HTTP API has too: nothing is lost. Source: domain, participation status. */
export const SPRINGEST: Vocabulary<'springest'> = {
  writing: Object.fromEntries(written) as Writing<'springest'>,
  read({ participationStatus }) {
    if (typeof participationStatus !== 'string') return undefined;
    const { status, originalStatus } = parseParticipationStatus(participationStatus);
    if (originalStatus !== undefined) return undefined;
    return status === 'unknown' ? { status, losses: [] } : { status };
  },
};
