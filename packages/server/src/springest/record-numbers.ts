import { sql } from 'kysely';
import { transactionRunner } from '../database/run-transaction.js';
import { steadily } from '../database/steadily.js';
import type { RecordNumbersTable } from '../database/tables.js';
import type { Database } from '../parts/server-parts.js';

/** Whose records are numbered: each provider and kind counts from 1. */
export interface Numbered {
  readonly providerId: string;
  readonly kind: RecordNumbersTable['kind'];
}

/** The numbers by which clients know records, who take an id for a whole number. */
export interface RecordNumbers {
  /** The number of each, which it has for ever from now on. */
  of(numbered: Numbered, ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** Which records have these numbers. One that was never given is missing. */
  idsOf(numbered: Numbered, numbers: readonly number[]): Promise<ReadonlyMap<number, string>>;
}

export function openRecordNumbers({ tables }: Pick<Database, 'tables'>): RecordNumbers {
  const transactions = transactionRunner(tables);

  const known = async (database: Database['tables'], { providerId, kind }: Numbered, ids: readonly string[]) => {
    const rows = await database
      .selectFrom('record_numbers')
      .select(['id', 'number'])
      .where('provider_id', '=', providerId)
      .where('kind', '=', kind)
      .where(sql<boolean>`id = any(${ids}::text[])`)
      .execute();
    return new Map(rows.map(({ id, number }) => [id, number]));
  };

  return {
    async of(numbered, ids) {
      if (ids.length === 0) return new Map();
      const found = await steadily('read', tables, (database) => known(database, numbered, ids));
      const missing = [...new Set(ids)].filter((id) => !found.has(id));
      if (missing.length === 0) return found;
      const { providerId, kind } = numbered;
      return transactions.write(async (tx) => {
        await sql`
          insert into record_numbers (provider_id, kind, number, id)
          select ${providerId}, ${kind}, last.number + row_number() over (order by asked.place), asked.id
          from unnest(${missing}::text[]) with ordinality as asked (id, place), (
            select coalesce(max(number), 0) as number from record_numbers
            where provider_id = ${providerId} and kind = ${kind}
          ) as last
          where not exists (
            select from record_numbers as given
            where given.provider_id = ${providerId} and given.kind = ${kind} and given.id = asked.id
          )
        `.execute(tx);
        return known(tx, numbered, ids);
      });
    },

    async idsOf({ providerId, kind }, numbers) {
      if (numbers.length === 0) return new Map();
      const rows = await steadily('read', tables, (database) =>
        database
          .selectFrom('record_numbers')
          .select(['id', 'number'])
          .where('provider_id', '=', providerId)
          .where('kind', '=', kind)
          .where(sql<boolean>`number = any(${numbers}::integer[])`)
          .execute(),
      );
      return new Map(rows.map(({ id, number }) => [number, id]));
    },
  };
}

/** A number as it was sent: digits in a form, in XML and in an address, a number in JSON. Nothing else is one. */
export function numberOf(sent: unknown): number | undefined {
  const text = typeof sent === 'number' || typeof sent === 'string' ? String(sent) : '';
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
}
