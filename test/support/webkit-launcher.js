// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { WebKitPage } from './webkit-page.js';

const STARTUP_MS = 30_000;
const COMMAND_MS = 30_000;
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/**
 * Runs tests in WebKitGTK: a screen of its own (Xvfb), WebKitWebDriver on a free port, and one MiniBrowser window.
 * All three are ended by their process id, also when the run is interrupted.
 *
 * @returns {import('@web/test-runner-core').BrowserLauncher & { getPage(sessionId: string): WebKitPage }}
 */
export function webkitLauncher() {
  /** @type {WebKit | undefined} */
  let webkit;
  /** @type {Promise<WebKit> | undefined} */
  let starting;
  /** @type {Map<string, string>} */
  const urls = new Map();

  return {
    name: 'WebKit',
    // The test commands look at the type: a page that answers like puppeteer's gets real keys and pointer events.
    type: 'puppeteer',
    concurrency: 1,
    async startSession(id, url) {
      starting ??= startWebKit();
      webkit = await starting;
      urls.set(id, url);
      await webkit.page.setViewport({ width: 800, height: 600 });
      await webkit.page.goto(url);
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    async stopSession(id) {
      urls.delete(id);
      // An empty page ends whatever the test left running.
      await webkit?.page.goto('about:blank');
      return {};
    },
    async startDebugSession() {
      throw new Error('Debugging is not supported in WebKit.');
    },
    getPage() {
      if (!webkit) throw new Error('WebKit has not been started.');
      return webkit.page;
    },
    async stop() {
      await (await starting?.catch(() => undefined))?.stop();
    },
  };
}

/** @typedef {{ page: WebKitPage, stop(): Promise<void> }} WebKit */

/** @returns {Promise<WebKit>} */
async function startWebKit() {
  if (!existsSync(MINI_BROWSER)) throw new Error(`${MINI_BROWSER} is missing: apt-get install webkit2gtk-driver xvfb`);
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  const killAll = () => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', killAll);
  try {
    const display = await startScreen(children);
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_COMPOSITING_MODE: '1', NO_AT_BRIDGE: '1' },
      stdio: 'ignore',
    });
    children.push(driver);
    const base = `http://127.0.0.1:${port}`;
    await waitUntilReady(base, driver);
    const { sessionId } = await command('POST', `${base}/session`, {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          timeouts: { script: COMMAND_MS, pageLoad: COMMAND_MS },
          'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
        },
      },
    });
    const session = `${base}/session/${sessionId}`;
    const page = new WebKitPage((method, path, body) => command(method, session + path, body));
    return {
      page,
      async stop() {
        await command('DELETE', session).catch(() => undefined); // It may be gone already; the processes end below.
        killAll();
        process.off('exit', killAll);
      },
    };
  } catch (cause) {
    killAll();
    throw new Error('WebKit could not be started', { cause });
  }
}

/**
 * Xvfb picks a free display itself and writes its number once it is ready.
 * @param {import('node:child_process').ChildProcess[]} children
 */
async function startScreen(children) {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  children.push(screen);
  const number = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb did not get ready')), STARTUP_MS);
    screen.once('error', reject);
    screen.stdio[3]?.once('data', (data) => {
      clearTimeout(timer);
      resolve(String(data).trim());
    });
  });
  return `:${number}`;
}

/** @param {string} base @param {import('node:child_process').ChildProcess} driver */
async function waitUntilReady(base, driver) {
  const deadline = Date.now() + STARTUP_MS;
  while (Date.now() < deadline) {
    if (driver.exitCode !== null) throw new Error(`WebKitWebDriver ended with ${driver.exitCode}`);
    const status = await command('GET', `${base}/status`).catch(() => undefined); // Refused until it listens.
    if (status?.ready) return;
    await delay(50);
  }
  throw new Error('WebKitWebDriver did not get ready');
}

/** @param {string} method @param {string} url @param {unknown} [body] */
async function command(method, url, body) {
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(COMMAND_MS),
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver ${method} ${new URL(url).pathname}: ${value.error} ${value.message}`);
  return value;
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('No port')),
      );
    });
  });
}
