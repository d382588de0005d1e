// What the apps are made of: packages as npm would publish them, in a folder outside the workspace's own.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const here = import.meta.dirname;
const out = resolve('.cache/frameworks');

/** @param {readonly string[]} names Of packages @returns {string[]} files that npm would publish */
export function pack(names) {
  // Where another check has just packed them.
  const { PACKED } = process.env;
  if (PACKED) {
    const files = readdirSync(PACKED);
    return names.map((name) => {
      const file = files.find((each) => each.startsWith(`enrollkit-${name}-`) && each.endsWith('.tgz'));
      if (!file) throw new Error(`${name} is not packed in ${PACKED}`);
      return resolve(PACKED, file);
    });
  }
  const target = join(out, 'packed');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const folders = names.map((name) => `./packages/${name}`);
  const packed = JSON.parse(run('.', 'npm', ['pack', '--json', '--pack-destination', target, ...folders]));
  return packed.map(({ filename }) => join(target, filename));
}

/**
 * @param {string} name Of an app
 * @param {{ sources?: string, tarballs: readonly string[] }} options `sources`: the app whose files it has beside its own
 * @returns {string} where it is, with its packages
 */
export function install(name, { sources, tarballs }) {
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  for (const from of sources ? [sources, name] : [name])
    cpSync(join(here, 'apps', from), folder, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const files = readdirSync(join(folder, 'src'));
  if (!files.includes('host.js')) cpSync(join(here, 'host/host.ts'), join(folder, 'src/host.ts'));
  const main = files.find((file) => file.startsWith('main.'));
  if (main && !existsSync(join(folder, 'index.html'))) {
    const page = readFileSync(join(here, 'host/index.html'), 'utf8').replace('MAIN', `/src/${main}`);
    writeFileSync(join(folder, 'index.html'), page);
  }
  // The lock file holds for what it names.
  run(folder, 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs]);
  return folder;
}

/** @param {string} folder Of an app @returns {Record<string, string>} */
export function scriptsOf(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts;
}

/** @param {string} folder @param {string} command @param {readonly string[]} args @returns {string} what it printed */
export function run(folder, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, {
    cwd: folder,
    env: { ...process.env, ...QUIET },
    encoding: 'utf8',
    shell: false,
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${error ?? status}:\n${stdout}\n${stderr}`);
}

/**
 * Runs the app's own server.
 *
 * @param {string} folder
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function start(folder) {
  // In a group of its own: npm starts a shell, and that the server.
  const server = spawn('npm', ['run', '--silent', 'start'], {
    cwd: folder,
    env: { ...process.env, ...QUIET },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const url = await new Promise((found, failed) => {
    let said = '';
    const hear = (data) => {
      said += data;
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? [];
      if (address) found(address);
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => failed(new Error(`npm run start ended with ${code}:\n${said}`)));
  });
  return { url, close: () => process.kill(-Number(server.pid)) };
}

/** Programs that would report to their makers, or colour addresses. */
const QUIET = { NEXT_TELEMETRY_DISABLED: '1', NG_CLI_ANALYTICS: 'false', NO_COLOR: '1', FORCE_COLOR: '0' };
