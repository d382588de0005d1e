import { PostgresDialect, type Dialect, type Driver, type TransactionSettings } from 'kysely';
import type { Pool } from 'pg';
import { PipelinedConnection } from './pipelined-connection.js';

/**
 * PostgreSQL over connections that are pipelined. The pool must ask for that (`pipeline: true`). `settings`: statements that
 * each transaction begins with, because there are no sessions to keep them, nor what was prepared.
 */
export function pipelinedDialect(pool: Pool, settings?: string): Dialect {
  const postgres = new PostgresDialect({ pool });
  return {
    createDriver: () => new PipelinedDriver(pool, settings),
    createAdapter: () => postgres.createAdapter(),
    createIntrospector: (database) => postgres.createIntrospector(database),
    createQueryCompiler: () => postgres.createQueryCompiler(),
  };
}

/** The words of a statement that begins a transaction. */
export function beginStatement({ isolationLevel, accessMode }: TransactionSettings): string {
  const isolation = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
  return `start transaction${isolation}${accessMode === undefined ? '' : ` ${accessMode}`}`;
}

class PipelinedDriver implements Driver {
  readonly #pool: Pool;
  readonly #settings: string | undefined;

  constructor(pool: Pool, settings: string | undefined) {
    this.#pool = pool;
    this.#settings = settings;
  }

  async init(): Promise<void> {
    // The pool connects when it is asked to.
  }

  async acquireConnection(): Promise<PipelinedConnection> {
    return new PipelinedConnection(await this.#pool.connect(), this.#settings);
  }

  async beginTransaction(connection: PipelinedConnection, settings: TransactionSettings): Promise<void> {
    connection.begin(beginStatement(settings));
  }

  async commitTransaction(connection: PipelinedConnection): Promise<void> {
    await connection.end('commit');
  }

  async rollbackTransaction(connection: PipelinedConnection): Promise<void> {
    await connection.end('rollback');
  }

  async releaseConnection(connection: PipelinedConnection): Promise<void> {
    connection.release();
  }

  destroy(): Promise<void> {
    return this.#pool.end();
  }
}
