import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from '../../../support/free-port.js';

export interface Pooler {
  /** The same database, through the pooler. */
  readonly url: string;
  end(): Promise<void>;
}

/** Debian's pgbouncer in front of a database, as its manual sets it up. */
export async function startPgbouncer(databaseUrl: string, poolMode: 'session' | 'transaction'): Promise<Pooler> {
  const { hostname, port, username, password, pathname } = new URL(databaseUrl);
  const folder = await mkdtemp(join(tmpdir(), 'enrollkit-pgbouncer-'));
  await chmod(folder, 0o755);
  const own = await freePort();
  await writeFile(join(folder, 'users.txt'), `"${username}" "${password}"\n`);
  const settings = [
    '[databases]',
    `* = host=${hostname} port=${port}`,
    '[pgbouncer]',
    `listen_addr = 127.0.0.1`,
    `listen_port = ${own}`,
    'unix_socket_dir =',
    'auth_type = scram-sha-256',
    `auth_file = ${join(folder, 'users.txt')}`,
    `pool_mode = ${poolMode}`,
    // Not as root.
    ...(process.getuid?.() === 0 ? ['user = nobody'] : []),
  ];
  await writeFile(join(folder, 'pgbouncer.ini'), settings.join('\n'));

  const child = spawn('/usr/sbin/pgbouncer', [join(folder, 'pgbouncer.ini')], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ended = once(child, 'exit');
  const log: string[] = [];
  const isUp = new Promise<void>((resolve) => {
    createInterface(child.stderr).on('line', (line) => {
      log.push(line);
      if (line.includes('process up')) resolve();
    });
  });
  await Promise.race([isUp, ended.then(() => Promise.reject(new Error(log.join('\n'))))]);
  return {
    url: `postgres://${username}:${password}@127.0.0.1:${own}${pathname}`,
    async end() {
      child.kill('SIGTERM');
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
