import pg, { type PoolClient } from 'pg';
import type { HttpWorld } from './http-world.js';

export interface Asked {
  readonly text: string;
  readonly values?: readonly unknown[];
}

/** What was asked of the database, with the values. */
export async function recordQueries({ parts }: HttpWorld, work: () => Promise<void>): Promise<readonly Asked[]> {
  const asked: Asked[] = [];
  const seen = new Set<PoolClient>();
  const record = (client: PoolClient): void => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => unknown;
    Object.assign(client, {
      query: (first: string | Asked, values?: unknown[], ...rest: unknown[]) => {
        asked.push(typeof first === 'string' ? { text: first, ...(Array.isArray(values) && { values }) } : first);
        return values === undefined ? query(first) : query(first, values, ...rest);
      },
    });
  };
  parts.database.pool.on('acquire', record);
  await work();
  return asked;
}

/** How PostgreSQL would find each of these, with the settings that are set before. */
export type Explain = (asked: Asked, settings?: Readonly<Record<string, 'on' | 'off'>>) => Promise<readonly string[]>;

export async function withExplain({ parts }: HttpWorld, work: (explain: Explain) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: parts.database.pool.options.connectionString });
  await client.connect();
  try {
    await work(async ({ text, values }, settings = {}) => {
      for (const [name, value] of Object.entries(settings)) await client.query(`set ${name} = ${value}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${text}`, values as unknown[]);
      return rows.map((row) => row['QUERY PLAN']);
    });
  } finally {
    await client.end();
  }
}
