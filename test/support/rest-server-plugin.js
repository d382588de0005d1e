import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { buildRestServer } from './rest-server/build.js';

/** Starts the server behind the tests of the REST adapter when the first of them asks for it at `/rest-server.json`. */
export function restServerPlugin() {
  let starting;

  async function start() {
    const server = spawn(process.execPath, [await buildRestServer()], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [line] = await Promise.race([
      once(createInterface(server.stdout), 'line'),
      once(server, 'exit').then(([code]) => Promise.reject(new Error(`The REST test server ended with ${code}`))),
    ]);
    return { server, url: line };
  }

  return {
    name: 'rest-server',
    async serve({ path }) {
      if (path !== '/rest-server.json') return undefined;
      starting ??= start();
      const { url } = await starting;
      return { body: JSON.stringify({ url }), type: 'json' };
    },
    async serverStop() {
      const { server } = (await starting?.catch(() => undefined)) ?? {};
      if (!server || server.exitCode !== null) return;
      const ended = once(server, 'exit');
      server.stdin.end();
      await ended;
    },
  };
}
