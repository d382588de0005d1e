import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../../packages/server/src/database/embedded/embedded-postgres.js';

// A process that starts the embedded database, tells where it is, and then waits to be killed.
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('Which folder?');
const { url } = await startEmbeddedPostgres({ dataDir, log: pino({ level: 'silent' }) });
process.stdout.write(`${url}\n`);
setInterval(() => undefined, 60_000);
