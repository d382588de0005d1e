// `npm start`: builds the demo, starts the server with the embedded database and sample data, and opens the portal.
// With --fresh the records of the last time are thrown away first; --many adds two thousand enrollments.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, createServer } from 'vite';

const path = (name) => fileURLToPath(new URL(`../../${name}`, import.meta.url));
const configFile = path('vite.config.ts');
const dataDir = path('.data');

if (process.argv.includes('--fresh')) rmSync(dataDir, { recursive: true, force: true });
await runBuild(path('packages/embed/build.js'));
await build({ configFile, logLevel: 'warn' });

// Reads the sources of the packages as they are, so nothing else has to be built; and goes on reading, for some load later.
const sources = await createServer({
  configFile: false,
  appType: 'custom',
  logLevel: 'warn',
  server: { middlewareMode: true, watch: null, ws: false },
  optimizeDeps: { noDiscovery: true },
  ssr: { resolve: { conditions: ['@enrollkit/source', 'node'] }, noExternal: [/^@enrollkit\//] },
});
const module = await sources.environments.ssr.runner.import(path('demo/tooling/serve-portal.ts'));
const port = process.env.PORT || 4173;
const portal = await module
  .servePortal({ pages: path('demo/dist'), dataDir, port, many: process.argv.includes('--many') })
  .catch(fail);
console.log(
  `\n  Portal  ${portal.url}/\n  API     ${portal.url}/api/docs\n\n  Stop with Ctrl+C. Records are kept in ${dataDir}.\n`,
);
openBrowser(`${portal.url}/`);

let stopping = false;
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    if (stopping) process.exit(1);
    stopping = true;
    Promise.all([portal.stop(), sources.close()]).then(
      () => process.exit(0),
      (error) => {
        console.error(error);
        process.exit(1);
      },
    );
  });
}

/** What went wrong in words; how it came about only helps who writes this. */
function fail({ message }) {
  console.error(`\n  ${message}\n`);
  process.exit(1);
}

function runBuild(script) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script], { stdio: 'inherit' });
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(`${script} failed.`))));
  });
}

/** Where there is a screen. Nobody needs it: the address is printed. */
function openBrowser(url) {
  const hasScreen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!hasScreen) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[process.platform] ?? ['xdg-open'];
  spawn(command, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
