import {
  AUDITED_RECORDS,
  type ReadTable,
  type StoredTrainer,
  type TrainerRowQuery,
  type WriteTable,
} from '@enrollkit/core';
import { expressionBuilder, sql, type Insertable, type Selectable, type SqlBool } from 'kysely';
import { toTimestamp, toTimestampOrNull } from '../database/instants.js';
import type { Tables, TrainersTable } from '../database/tables.js';
import { after, anyOf, equal, isThere, ofTenant } from '../store/conditions.js';
import { present } from '../store/list-rows.js';
import { readRows } from '../store/read-rows.js';
import type { Session, WriteSession } from '../store/session.js';
import { ownKey, providerOf } from '../store/tenant.js';

/** The trainers of a tenant, by their addresses. */
export function readTrainers(session: Session): ReadTable<StoredTrainer, TrainerRowQuery> {
  return readRows(session, {
    table: 'trainers',
    key: 'email',
    select: (tx) => tx.selectFrom('trainers').selectAll(),
    toRow: toTrainer,
    isContinued: ({ afterEmail }) => afterEmail !== undefined,
    conditions({ scope, emails, afterEmail, state, hasAsked, isInvitationSent }: TrainerRowQuery) {
      const eb = expressionBuilder<Tables, 'trainers'>();
      return [
        ...ofTenant(scope),
        ...anyOf(eb, 'email', emails),
        ...after(eb, 'email', afterEmail),
        ...equal(eb, 'state', state),
        // Of one provider: there are never so many that an index would be worth its writes.
        ...(hasAsked ? [sql<SqlBool>`${eb.ref('profile')} @> ${'{"links":[{"state":"asked"}]}'}::jsonb`] : []),
        ...isThere(eb, 'invitation_sent_at', isInvitationSent),
      ];
    },
  });
}

/** The same, to write. */
export function writeTrainers(session: WriteSession): WriteTable<StoredTrainer, TrainerRowQuery, 'trainer'> {
  const { tenant, audit, outbox, later } = session;
  return {
    ...readTrainers(session),

    async put(row, action) {
      outbox.trainer(row, action);
      const stored = fromTrainer(row, ownKey(tenant, row.providerId));
      const put = audit
        .telling({ action, record: AUDITED_RECORDS.trainer(row) })
        .insertInto('trainers')
        .values(stored)
        .onConflict((conflict) => conflict.columns(['provider_id', 'email']).doUpdateSet(stored));
      later(put.execute());
    },
  };
}

function toTrainer(stored: Selectable<TrainersTable>): StoredTrainer {
  const { email, state, invited_at: invitedAt, version, profile } = stored;
  return {
    ...profile,
    email,
    ...providerOf(stored),
    state,
    invitedAt,
    ...present('invitationSentAt', stored.invitation_sent_at),
    ...present('confirmedAt', stored.confirmed_at),
    version,
  };
}

function fromTrainer(row: StoredTrainer, provider_id: string): Insertable<TrainersTable> {
  const { email, providerId: _, state, invitedAt, invitationSentAt, confirmedAt, version, ...profile } = row;
  return {
    provider_id,
    email,
    state,
    invited_at: toTimestamp(invitedAt),
    invitation_sent_at: toTimestampOrNull(invitationSentAt),
    confirmed_at: toTimestampOrNull(confirmedAt),
    version,
    profile: JSON.stringify(profile),
  };
}
