import { EnrollkitError, type Actor } from '@enrollkit/core';

/** Whose records a store works with: one provider's (empty: of a host with one), or undefined: everybody's. */
export type Tenant = string | undefined;

/** The actor's provider. A provider without a name is the only one of its host; others may deal with several providers. */
export function tenantOf(actor: Actor): Tenant {
  return actor.providerId ?? (actor.role === 'provider' ? '' : undefined);
}

/** The key of a record's provider, which is this tenant's own. The use cases refuse others before; this is the last fence. */
export function ownKey(tenant: Tenant, providerId: string | undefined): string {
  const key = providerId ?? '';
  if (tenant === undefined || tenant === key) return key;
  throw new EnrollkitError('forbidden', 'This is a record of another provider');
}

/** The provider of a record that is only named by its id, which another provider may have chosen too. */
export function oneTenant(tenant: Tenant): string {
  if (tenant === undefined) throw new EnrollkitError('internal', 'An id alone does not say whose record is meant');
  return tenant;
}

/** How records say whose they are. */
export function providerOf(row: { readonly provider_id: string }): { readonly providerId?: string } {
  return row.provider_id === '' ? {} : { providerId: row.provider_id };
}

/**
 * The columns that an upsert may replace. Setting the key, even to what it is, locks a row as if it went away: then two
 * uploads to one enrollment, which both hold their certificate's reference to it, wait for each other until PostgreSQL
 * notices a second later.
 */
export function withoutKey<Row extends { provider_id: unknown; id: unknown }>(
  row: Row,
): Omit<Row, 'provider_id' | 'id'> {
  const { provider_id: _provider, id: _id, ...columns } = row;
  return columns;
}
