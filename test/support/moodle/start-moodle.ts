import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { unzipSync } from 'fflate';

const ZIPS = join(import.meta.dirname, '../../../packages/moodle/dist');
/** Where Moodle puts plugins of each kind. */
const FOLDERS = { local: 'local', block: 'blocks', filter: 'filter' };

/** What stands in for a Moodle: see site.php. */
export interface Moodle {
  readonly url: string;
  /** Runs PHP in it, and answers what that returns. */
  run(php: string): Promise<unknown>;
  /** What PHP had to say. */
  readonly complaints: () => string;
  stop(): Promise<void>;
}

/** Pages of a Moodle with the plugins out of their zips, on a database of their own. */
export async function startMoodle(port: number): Promise<Moodle> {
  const folder = await mkdtemp(join(tmpdir(), 'ek-moodle-'));
  const database = join(folder, 'moodle.db');
  await writeFile(database, '');
  const plugins = join(folder, 'plugins');
  for (const [kind, place] of Object.entries(FOLDERS))
    unpack(join(ZIPS, `${kind}_enrollkit.zip`), join(plugins, place));
  const env = {
    ...process.env,
    MOODLE_DATABASE: database,
    MOODLE_PLUGINS: plugins,
    PHP_CLI_SERVER_WORKERS: '2',
  };
  const strict = ['-d', 'display_errors=stderr', '-d', 'error_reporting=-1'];

  const run = async (php: string): Promise<unknown> => {
    const child = spawn('php', [...strict, join(import.meta.dirname, 'run.php')], { env });
    child.stdin.end(php);
    const ended = once(child, 'exit');
    const [output, errors] = await Promise.all([text(child.stdout), text(child.stderr)]);
    await ended;
    if (child.exitCode !== 0 || errors) throw new Error(`${php}\n${errors}${output}`);
    return JSON.parse(output) as unknown;
  };
  await run('return null;');

  const quick = ['-d', 'opcache.enable_cli=1'];
  const server = spawn('php', [...strict, ...quick, '-S', `127.0.0.1:${port}`, join(import.meta.dirname, 'site.php')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
    // With its workers it is a group, and ends as one.
    detached: true,
  });
  let log = '';
  await new Promise<void>((resolve, reject) => {
    server.stderr.setEncoding('utf8').on('data', (part: string) => {
      log += part;
      if (log.includes('Development Server')) resolve();
    });
    server.once('exit', () => reject(new Error(`PHP ended before it was ready: ${log}`)));
  });

  return {
    url: `http://127.0.0.1:${port}`,
    run,
    complaints: () =>
      [...log.matchAll(/PHP (?:Fatal|Parse|Warning|Notice|Deprecated).*/g)].map(([line]) => line).join('\n'),
    async stop() {
      const ended = once(server, 'exit');
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** As Moodle does with what an administrator uploads. */
function unpack(zip: string, folder: string): void {
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}
