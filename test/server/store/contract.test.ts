import { afterAll, describe, it } from 'vitest';
import { fullContract } from '../../contract/backend-contract.js';
import { POSTGRES_KINDS } from '../../support/postgres.js';
import { dropSqlWorlds, makeSqlWorld } from './sql-world.js';

afterAll(dropSqlWorlds);

for (const kind of POSTGRES_KINDS) {
  fullContract(`PostgreSQL (${kind})`, makeSqlWorld(kind), { describe, it });
}
