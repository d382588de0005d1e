import type { Instant, Scope } from '@enrollkit/core';
import { sql, type Expression, type ExpressionBuilder, type SqlBool, type StringReference } from 'kysely';
import { toTimestamp } from '../database/instants.js';
import type { Tables } from '../database/tables.js';

// What rows must meet. Nothing is asked when nothing is said: then there is no condition. Values are always parameters.

export function equal<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  value: string | undefined,
): Expression<SqlBool>[] {
  return value === undefined ? [] : [sql<SqlBool>`${eb.ref(column)} = ${value}`];
}

export function anyOf<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  values: readonly string[] | undefined,
): Expression<SqlBool>[] {
  return values === undefined ? [] : [sql<SqlBool>`${eb.ref(column)} = any(${values})`];
}

/** One value is no array: PostgreSQL plans what has one anew each time. */
export function oneOf<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  asked: string | readonly string[] | undefined,
): Expression<SqlBool>[] {
  if (asked === undefined) return [];
  const [only, ...others] = new Set([asked].flat());
  return only !== undefined && others.length === 0 ? equal(eb, column, only) : anyOf(eb, column, [asked].flat());
}

export function from<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  moment: Instant | undefined,
): Expression<SqlBool>[] {
  return moment === undefined ? [] : [sql<SqlBool>`${eb.ref(column)} >= ${toTimestamp(moment)}`];
}

export function until<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  moment: Instant | undefined,
): Expression<SqlBool>[] {
  return moment === undefined ? [] : [sql<SqlBool>`${eb.ref(column)} <= ${toTimestamp(moment)}`];
}

export function after<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  value: string | number | undefined,
): Expression<SqlBool>[] {
  return value === undefined ? [] : [sql<SqlBool>`${eb.ref(column)} > ${value}`];
}

/** Whether a moment is there. */
export function isThere<Table extends keyof Tables>(
  eb: ExpressionBuilder<Tables, Table>,
  column: StringReference<Tables, Table>,
  wanted: boolean | undefined,
): Expression<SqlBool>[] {
  if (wanted === undefined) return [];
  return [wanted ? sql<SqlBool>`${eb.ref(column)} is not null` : sql<SqlBool>`${eb.ref(column)} is null`];
}

/** The records of the scope's person: by address, or by the key in the provider's system. */
export function ofPerson(scope: Scope): Expression<SqlBool>[] {
  const { email, externalId } = scope;
  if (email === undefined) return externalId === undefined ? [] : [sql<SqlBool>`external_id = ${externalId}`];
  const byEmail = sql<SqlBool>`email = ${email}`;
  return [externalId === undefined ? byEmail : sql<SqlBool>`(${byEmail} or external_id = ${externalId})`];
}

/** The records of the scope's provider. Every table calls it so. */
export function ofTenant(scope: Scope | undefined): Expression<SqlBool>[] {
  const providerId = scope?.providerId;
  return providerId === undefined ? [] : [sql<SqlBool>`provider_id = ${providerId ?? ''}`];
}
