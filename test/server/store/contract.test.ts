import { afterAll, describe, it } from 'vitest';
import { contendedContract, fullContract } from '../../contract/backend-contract.js';
import { dropSqlWorlds, makeSqlWorld } from './sql-world.js';

afterAll(dropSqlWorlds);

// The whole on the oldest PostgreSQL, which knows the fewest statements. All other tests of the server ask the newest.
fullContract('PostgreSQL (debian)', makeSqlWorld('debian'), { describe, it });
contendedContract('PostgreSQL (embedded)', makeSqlWorld('embedded'), { describe, it });
