import pg, { type Client } from 'pg';
import { storageUnavailable } from './open-database.js';

/** Whatever the database's own settings are: no limits, and moments that are read as they were written. */
const SESSION =
  "set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set datestyle = 'ISO'; set timezone = 'UTC'";

/** One connection for work that takes long. */
export async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url, application_name: 'enrollkit', keepAlive: true });
  // What breaks is told by the query that it breaks.
  client.on('error', () => undefined);
  await client.connect().catch((error: unknown) => Promise.reject(storageUnavailable(error, url)));
  try {
    await client.query(SESSION);
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
