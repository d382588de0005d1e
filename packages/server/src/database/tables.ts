import type { Generated } from 'kysely';

/** The tables as queries see them. The migrations make them so. */
export interface Tables {
  readonly providers: ProvidersTable;
}

export interface ProvidersTable {
  /** Empty: the only provider of a host with one. */
  readonly id: string;
  readonly retention_months: number | null;
  readonly created_at: Generated<string>;
}
