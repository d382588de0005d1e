import { PARTICIPATION_STATUSES, STATUSES, type ParticipationStatus } from './participation-status.js';

/** A status as it was read from another system. */
export interface ReadStatus {
  readonly status: ParticipationStatus;
  /** What it said, when that is no status the kit knows. */
  readonly originalStatus?: string;
}

/**
 * Reads a status as the HTTP API spells it. Case, outer space and hyphens for spaces don't matter; what isn't known
 * becomes `unknown` with the original kept, never an error.
 *
 * @example
 * parseParticipationStatus('did not pass'); // { status: 'did-not-pass' }
 * parseParticipationStatus('wachtlijst'); // { status: 'unknown', originalStatus: 'wachtlijst' }
 */
export function parseParticipationStatus(wireName: string): ReadStatus {
  const status = STATUS_BY_WIRE_NAME.get(comparable(wireName));
  return status ? { status } : { status: 'unknown', originalStatus: wireName };
}

/**
 * How the HTTP API and its XML spell a status.
 *
 * @example
 * toWireName('did-not-pass'); // 'did not pass'
 */
export function toWireName(status: ParticipationStatus): string {
  return PARTICIPATION_STATUSES[status].wireName;
}

const STATUS_BY_WIRE_NAME: ReadonlyMap<string, ParticipationStatus> = new Map(
  STATUSES.map((status) => [comparable(toWireName(status)), status]),
);

function comparable(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');
}
