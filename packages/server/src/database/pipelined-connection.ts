import type { Writable } from 'node:stream';
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type { PoolClient, QueryResult as PgResult } from 'pg';
import { isStalePlan } from './database-error.js';
import { statementName } from './statement-names.js';

/**
 * A connection that sends a query without waiting for the answers to those before it: PostgreSQL works them off in their
 * order. So a transaction takes as many round trips as there are answers that what follows depends on.
 */
export class PipelinedConnection implements DatabaseConnection {
  readonly #client: PoolClient;
  /** Of each transaction. Absent: the session keeps them, and what was prepared. */
  readonly #settings: string | undefined;
  /** Resolves when it is known that the transaction was begun. */
  #begun: Promise<unknown> | undefined;
  /** Something waited for that; everything after it does too, to keep the order. */
  #isHeldUp = false;
  #hasEnded = false;
  #isSpoilt = false;
  #isGathering = false;

  constructor(client: PoolClient, settings?: string) {
    this.#client = client;
    this.#settings = settings;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const begun = this.#begun;
    if (begun) {
      // Nothing may be written before that. What is only read goes along with it.
      if (!isRead(sql)) this.#isHeldUp = true;
      if (this.#isHeldUp) await begun;
    }
    const name = this.#settings === undefined ? statementName(sql) : undefined;
    const query = { text: sql, values: [...parameters], ...(name !== undefined && { name }) };
    this.#gather();
    const answered = this.#client.query(query).catch((error: unknown) => {
      if (isStalePlan(error)) this.#isSpoilt = true;
      throw error;
    });
    const [, result] = await Promise.all([begun, answered]);
    return toResult(result) as QueryResult<Row>;
  }

  /** Begins a transaction with the next query. */
  begin(statement: string): void {
    this.#isHeldUp = false;
    this.#hasEnded = false;
    this.#gather();
    this.#begun = this.#client.query(this.#settings === undefined ? statement : `${statement}; ${this.#settings}`);
    // Told by the queries that go along with it.
    this.#begun.catch(() => undefined);
  }

  /**
   * Ends it, unless that was asked already. Answers whether what it wrote is kept: one in which something failed is rolled back
   * by a commit too.
   */
  async end(statement: 'commit' | 'rollback'): Promise<boolean> {
    if (this.#hasEnded) return false;
    this.#hasEnded = true;
    this.#gather();
    const { command } = await this.#client.query(statement);
    return command === 'COMMIT';
  }

  /** What is sent until nothing is left to do goes out in one piece. */
  #gather(): void {
    if (this.#isGathering) return;
    this.#isGathering = true;
    const { stream } = this.#client.connection as unknown as { readonly stream: Writable };
    stream.cork();
    process.nextTick(() => {
      this.#isGathering = false;
      stream.uncork();
    });
  }

  /** One that keeps plans for tables that have changed since is of no more use. */
  release(): void {
    this.#client.release(this.#isSpoilt);
  }

  streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Results are not streamed');
  }
}

function isRead(sql: string): boolean {
  return /^\s*select\b/i.test(sql);
}

function toResult({ command, rowCount, rows }: PgResult): QueryResult<unknown> {
  return ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command)
    ? { rows, numAffectedRows: BigInt(rowCount ?? 0) }
    : { rows };
}
