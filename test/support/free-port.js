// @ts-check
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/**
 * Below those that the system hands out by itself (from 32768 on Linux, from 49152 elsewhere): one of those may be given to any
 * program before whoever asked for it here listens, or while its server is away. Above the last that browsers refuse, 10080.
 */
const [FIRST, END] = [11_000, 32_768];

/**
 * A free port of this machine, for a program that has to be told one, or for a server that comes back to it. Who can listen on
 * port 0 needs none.
 *
 * @returns {Promise<number>}
 */
export async function freePort() {
  for (;;) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
}

/** @param {number} port @returns {Promise<boolean>} */
function isFree(port) {
  return new Promise((tell) => {
    const server = createServer().once('error', () => tell(false));
    server.listen(port, '127.0.0.1', () => server.close(() => tell(true)));
  });
}
