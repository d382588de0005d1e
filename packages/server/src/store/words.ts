import { parseSearch } from '@enrollkit/core';
import { sql, type RawBuilder, type SqlBool } from 'kysely';

/**
 * That the words of an enrollment meet a search: every term is the begin of a word, or each of its parts is. They are
 * letters and digits only. Undefined: nothing is looked for.
 */
export function wordsMeeting(search: string | undefined): RawBuilder<SqlBool> | undefined {
  const terms = parseSearch(search ?? '');
  if (terms.length === 0) return undefined;
  const begins = (part: string): string => `'${part}':*`;
  const query = terms.map(({ whole, parts }) =>
    parts.length === 1 ? begins(whole) : `(${begins(whole)} | (${parts.map(begins).join(' & ')}))`,
  );
  return sql<SqlBool>`words @@ ${query.join(' & ')}::tsquery`;
}
