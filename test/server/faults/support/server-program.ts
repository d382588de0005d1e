// The server as an operator runs it, from its sources.
import { main } from '../../../../packages/server/src/main.js';

process.exitCode = await main(process.argv.slice(2), process.env, {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
});
