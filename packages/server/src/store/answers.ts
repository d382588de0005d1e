import type { AnswerTable, Instant } from '@enrollkit/core';
import { sql, type Kysely, type Transaction } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import { cannotBeStored } from './list-rows.js';

/** First answers by idempotency key. Forgetting is left to `onForget`: within a write it would clash with every other one. */
export function answers(tx: Transaction<Tables>, onForget: (before: Instant) => void): AnswerTable {
  const putAll: AnswerTable['putAll'] = async (all) => {
    const rows = all.map(({ key, request, result, at }) => ({
      key,
      request,
      // There may have been nothing to answer.
      result: (JSON.stringify(result) as string | undefined) ?? null,
      at: toTimestamp(at),
    }));
    await tx
      .insertInto('answers')
      .values(rows)
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet((eb) => ({
          request: eb.ref('excluded.request'),
          result: eb.ref('excluded.result'),
          at: eb.ref('excluded.at'),
        })),
      )
      .execute();
  };
  return {
    async get(key) {
      if (cannotBeStored(key)) return undefined;
      const found = await tx.selectFrom('answers').selectAll().where('key', '=', key).executeTakeFirst();
      return found && { ...found, result: found.result ?? undefined };
    },

    async getAll(keys) {
      const asked = keys.filter((key) => !cannotBeStored(key));
      if (asked.length === 0) return [];
      const found = await tx
        .selectFrom('answers')
        .selectAll()
        .where('key', '=', sql<string>`any(${asked})`)
        .execute();
      return found.map((answer) => ({ ...answer, result: answer.result ?? undefined }));
    },

    put: (answer) => putAll([answer]),
    putAll,

    deleteBefore: async (at) => onForget(at),
  };
}

/** Forgets the answers from before a moment. A repeated request is then a new one. */
export async function forgetAnswers(database: Kysely<Tables>, before: Instant): Promise<void> {
  await database.deleteFrom('answers').where('at', '<', toTimestamp(before)).execute();
}
