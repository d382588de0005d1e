// The program as a person runs it, from its sources.
import { main } from '../../../../packages/feed/src/cli/main.js';

process.exitCode = await main(process.argv.slice(2), process);
