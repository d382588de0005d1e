import type { AnswerTable, Instant } from '@enrollkit/core';
import type { Kysely, Transaction } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';
import { cannotBeStored } from './list-rows.js';

/** First answers by idempotency key. Forgetting is left to `onForget`: within a write it would clash with every other one. */
export function answers(tx: Transaction<Tables>, onForget: (before: Instant) => void): AnswerTable {
  return {
    async get(key) {
      if (cannotBeStored(key)) return undefined;
      const found = await tx.selectFrom('answers').selectAll().where('key', '=', key).executeTakeFirst();
      return found && { ...found, result: found.result ?? undefined };
    },

    async put({ key, request, result, at }) {
      // There may have been nothing to answer.
      const stored = {
        key,
        request,
        result: (JSON.stringify(result) as string | undefined) ?? null,
        at: toTimestamp(at),
      };
      await tx
        .insertInto('answers')
        .values(stored)
        .onConflict((conflict) => conflict.column('key').doUpdateSet(stored))
        .execute();
    },

    deleteBefore: async (at) => onForget(at),
  };
}

/** Forgets the answers from before a moment. A repeated request is then a new one. */
export async function forgetAnswers(database: Kysely<Tables>, before: Instant): Promise<void> {
  await database.deleteFrom('answers').where('at', '<', toTimestamp(before)).execute();
}
