import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

const ROOT = join(import.meta.dirname, '../../..');
/** Unpacked from Debian's packages by install-programs.sh, or another that newest/run-tests.js has unpacked; with our configuration in it. */
const WORDPRESS = process.env.WORDPRESS_FOLDER ?? join(ROOT, '.cache/wordpress/usr/share/wordpress');

/** What a WordPress is told of the kit's server. */
export interface WordPressOptions {
  /** WordPress has to know its own address before it is installed. */
  readonly port: number;
  readonly serverUrl: string;
  readonly records: { readonly enrollment: string; readonly product: string };
  /** Every element of the kit, with the attributes that its author gives it. */
  readonly elements: Readonly<Record<string, Readonly<Record<string, string | true>>>>;
  /** Those of them that are for visitors too. */
  readonly publicElements: readonly string[];
}

type Person = 'admin' | 'editor' | 'author' | 'subscriber';
type PageName = 'hand' | 'shortcode' | 'block' | 'author' | 'eight' | 'visitor' | 'mine' | 'all';

export interface WordPress {
  readonly url: string;
  /** The addresses of its pages, by what they show. */
  readonly pages: Readonly<Record<PageName, string>>;
  /** The ids of its people; each signs in with the name and the word `password`. */
  readonly people: Readonly<Record<Person, number>>;
  /** With it somebody is signed in. */
  readonly cookies: Readonly<Record<Person, { readonly name: string; readonly value: string }>>;
  /** Runs one of the programs beside this file in it, and answers what it printed. */
  run(program: 'write-pages' | 'left-behind'): Promise<string>;
  /** What PHP had to say. */
  readonly complaints: () => string;
  stop(): Promise<void>;
}

/**
 * A real WordPress, on a MariaDB of its own below the system's temporary folder, served by PHP. The plugin is not there yet:
 * somebody uploads its zip.
 */
export async function startWordPress({
  port,
  serverUrl,
  records,
  elements,
  publicElements,
}: WordPressOptions): Promise<WordPress> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-wp-'));
  const url = `http://127.0.0.1:${port}`;
  const env = {
    ...process.env,
    WORDPRESS_DIR: WORDPRESS,
    WORDPRESS_URL: url,
    WORDPRESS_SOCKET: join(folder, 'socket'),
    WORDPRESS_PLUGIN_DIR: join(import.meta.dirname, 'plugin'),
    WORDPRESS_PLUGINS: join(folder, 'plugins'),
    WORDPRESS_RECORDS: JSON.stringify({ ...records, elements, public: publicElements, server: serverUrl }),
    SERVER_ORIGIN: new URL(serverUrl).origin,
    PHP_CLI_SERVER_WORKERS: '4',
  };
  // In place of Debian's, which reads /etc.
  await copyFile(join(import.meta.dirname, 'wp-config.php'), join(WORDPRESS, 'wp-config.php'));
  mkdirSync(env.WORDPRESS_PLUGINS);
  const database = await startMariaDb(folder);
  const runHere = async (program: string): Promise<string> =>
    (await run('php', ['-d', 'display_errors=stderr', join(import.meta.dirname, `${program}.php`)], env)).trim();
  const answerOf = async (program: string) => JSON.parse((await runHere(program)).split('\n').at(-1) ?? '') as object;
  // Which cookie it is, WordPress knows once it has an address.
  const installed = { ...(await answerOf('install')), ...(await answerOf('sign-in')) } as Pick<
    WordPress,
    'pages' | 'people' | 'cookies'
  >;

  const server = spawn('php', ['-S', `127.0.0.1:${port}`, '-t', WORDPRESS, join(import.meta.dirname, 'router.php')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    // With its workers it is a group, and ends as one.
    detached: true,
  });
  let log = '';
  server.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  await said(server, () => /Development Server .* started/.test(log));

  return {
    url,
    ...installed,
    run: runHere,
    complaints: () =>
      [...log.matchAll(/PHP (?:Fatal|Parse|Warning|Notice).*/g)]
        .map(([line]) => line)
        // It is kept from asking there.
        .filter((line) => !line.includes('WordPress.org'))
        .join('\n'),
    async stop() {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      await Promise.all([ended(server), end(database)]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startMariaDb(folder: string): Promise<ChildProcess> {
  const dataDir = join(folder, 'data');
  const options = ['--no-defaults', `--datadir=${dataDir}`, ...(process.getuid?.() === 0 ? ['--user=root'] : [])];
  await run('mariadb-install-db', [...options, '--auth-root-authentication-method=normal', '--skip-test-db']);
  const database = spawn(
    // Beside other system programs: not on everybody's search path.
    '/usr/sbin/mariadbd',
    [...options, `--socket=${join(folder, 'socket')}`, '--skip-networking', '--innodb-flush-log-at-trx-commit=0'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let log = '';
  database.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  await said(database, () => log.includes('ready for connections'));
  await run('php', [
    '-r',
    `mysqli_connect('localhost', 'root', '', '', 0, '${join(folder, 'socket')}')->query('CREATE DATABASE wordpress');`,
  ]);
  return database;
}

/** Waits until a program has said what is waited for; one that ends before that has failed. */
function said({ stderr, ...child }: ChildProcess, isSaid: () => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    stderr?.on('data', () => isSaid() && resolve());
    stderr?.once('end', () => reject(new Error(`${child.spawnfile} ended before it was ready`)));
  });
}

async function run(command: string, args: readonly string[], env = process.env): Promise<string> {
  const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const [output, errors, code] = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${errors}${output}`);
  return output;
}

async function end(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  await ended(child);
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
}
