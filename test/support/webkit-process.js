// @ts-check
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from './free-port.js';
import { WebKitPage } from './webkit-page.js';

const STARTUP_MS = 90_000;
const PAGE_MS = 60_000;
/** Longer than what WebKit itself may take for a page: its own words for what went wrong are better than ours. */
const COMMAND_MS = 75_000;
const STOP_MS = 5_000;
const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

/** @typedef {{ page: WebKitPage, stop(): Promise<void> }} WebKit */

/**
 * Starts WebKitGTK: a screen of its own (Xvfb), WebKitWebDriver on a free port, and one MiniBrowser window.
 * All three end with `stop`, also when the run is interrupted.
 *
 * @returns {Promise<WebKit>}
 */
export async function startWebKit() {
  if (!existsSync(MINI_BROWSER)) throw new Error(`${MINI_BROWSER} is missing: apt-get install webkit2gtk-driver xvfb`);
  /** @type {import('node:child_process').ChildProcess[]} */
  const children = [];
  let said = '';
  const killAll = () => children.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', killAll);
  try {
    const display = await startScreen(children);
    const port = await freePort();
    const driver = spawn('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
      env: {
        ...process.env,
        DISPLAY: display,
        WEBKIT_DISABLE_COMPOSITING_MODE: '1',
        NO_AT_BRIDGE: '1',
        // A sixth of what WebKit does for a test is compiling what runs often once more, which pays only in longer lives.
        JSC_useDFGJIT: '0',
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    children.push(driver);
    driver.once('error', ({ message }) => (said += message));
    driver.stderr.on('data', (data) => (said = (said + data).slice(-2_000)));
    const base = `http://127.0.0.1:${port}`;
    await waitUntilReady(base, driver);
    const { sessionId } = await command('POST', `${base}/session`, {
      capabilities: {
        alwaysMatch: {
          browserName: 'MiniBrowser',
          timeouts: { script: PAGE_MS, pageLoad: PAGE_MS },
          'webkitgtk:browserOptions': { binary: MINI_BROWSER, args: ['--automation'] },
        },
      },
    });
    const session = `${base}/session/${sessionId}`;
    const page = new WebKitPage((method, path, body) => command(method, session + path, body));
    return {
      page,
      async stop() {
        // It may be gone or hang already; the processes end below.
        await command('DELETE', session, undefined, STOP_MS).catch(() => undefined);
        killAll();
        process.off('exit', killAll);
      },
    };
  } catch (cause) {
    killAll();
    process.off('exit', killAll);
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`WebKit could not be started: ${reason}\n${said}`.trimEnd(), { cause });
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

/** @param {string} method @param {string} url @param {unknown} [body] @param {number} [limit] milliseconds */
async function command(method, url, body, limit = COMMAND_MS) {
  const path = new URL(url).pathname.replace(/^\/session\/[^/]+/, '');
  const response = await fetch(url, {
    method,
    signal: AbortSignal.timeout(limit),
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}), headers: { 'content-type': 'application/json' } }),
  }).catch((cause) => {
    throw new Error(`WebDriver ${method} ${path}: ${cause.message} ${cause.cause?.message ?? ''}`.trimEnd(), { cause });
  });
  const { value } = /** @type {{ value: any }} */ (await response.json());
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error} ${value.message}`);
  return value;
}
