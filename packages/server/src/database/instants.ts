import type { Instant } from '@enrollkit/core';
import pg from 'pg';

/** PostgreSQL's numbers for types. */
const OIDS = { int8: 20, date: 1082, timestamptz: 1184 } as const;

type Parse = (text: string) => unknown;
const parserOf = (oid: number, format?: 'text' | 'binary') => pg.types.getTypeParser(oid, format) as Parse;
const readTimestamp = parserOf(OIDS.timestamptz) as (text: string) => Date;

/** Nearly every moment: of a year with four digits, as a session in UTC says it. */
const PLAIN = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00(?::00)?$/;

/**
 * A moment as the kit writes it, from one as PostgreSQL does (`2026-08-24 22:00:00.5+00`). Moments are kept as timestamps
 * and not as text, so that the database can partition, compare and reckon with them; they have milliseconds, as ours have.
 */
export function fromTimestamp(text: string): Instant {
  const [, day, time, fraction = ''] = PLAIN.exec(text) ?? [];
  if (time !== undefined) return `${day}T${time}.${fraction.padEnd(3, '0')}Z`;
  // Within JSON a T stands between day and time.
  return readTimestamp(text.replace('T', ' ')).toISOString();
}

/** The way back. JavaScript writes years from 10000 on with a sign and six digits, which PostgreSQL doesn't read. */
export function toTimestamp(instant: Instant): string {
  return instant.replace(/^\+0*/, '');
}

/** The same, of what may not have happened yet. */
export function toTimestampOrNull(instant: Instant | undefined): string | null {
  return instant === undefined ? null : toTimestamp(instant);
}

/** How values of the database come to JavaScript, for a pool. */
export const TYPE_PARSERS = {
  getTypeParser(oid: number, format?: 'text' | 'binary'): Parse {
    if (format !== 'binary') {
      if (oid === OIDS.timestamptz) return fromTimestamp;
      // Days of a calendar are no moments.
      if (oid === OIDS.date) return String;
      if (oid === OIDS.int8) return readBigint;
    }
    return parserOf(oid, format);
  },
};

/** Counts, sizes and sequence numbers: none comes near 2^53. */
function readBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`A number of the database is too large: ${text}`);
  return value;
}
