import type { Pool, PoolClient } from 'pg';

/** What a piece of work asked the database. */
export interface Watched {
  /** Each statement, those that begin and end a transaction too. */
  readonly statements: readonly string[];
  /** How often it asked while no answer was on its way: at most, because an answer may come early or late. */
  readonly roundTrips: number;
}

/** Counts what is asked over the connections of a pool, also those that are there already. */
export function watchStatements(pool: Pool): (work: () => Promise<unknown>) => Promise<Watched> {
  let statements: string[] = [];
  let roundTrips = 0;
  let unanswered = 0;
  const seen = new WeakSet<PoolClient>();
  const watch = (client: PoolClient): void => {
    if (seen.has(client)) return;
    seen.add(client);
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<unknown>;
    Object.assign(client, {
      query: (first: unknown, ...rest: unknown[]) => {
        statements.push(typeof first === 'string' ? first : (first as { readonly text: string }).text);
        if (unanswered === 0) roundTrips += 1;
        unanswered += 1;
        const end = () => void (unanswered -= 1);
        // A pool hands over what to call, everybody else waits for a promise.
        const callback = rest.at(-1);
        if (typeof callback === 'function') {
          rest[rest.length - 1] = (...answer: unknown[]) => {
            end();
            (callback as (...given: unknown[]) => void)(...answer);
          };
          return query(first, ...rest);
        }
        const answered = query(first, ...rest);
        answered.then(end, end);
        return answered;
      },
    });
  };
  pool.on('acquire', watch);
  return async (work) => {
    [statements, roundTrips] = [[], 0];
    await work();
    return { statements, roundTrips };
  };
}
