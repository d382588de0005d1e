// @ts-check
import { EventEmitter, once } from 'node:events';
import { startWebKit } from './webkit-process.js';

/** How long a page that has been opened may take until its first sign of life. */
const FIRST_SIGN_MS = 60_000;
const VIEWPORT = { width: 800, height: 600 };

/** @typedef {import('@web/test-runner-core').BrowserLauncher} BrowserLauncher */
/** @typedef {import('@web/test-runner-core').TestRunnerPlugin} TestRunnerPlugin */

/**
 * Runs tests in WebKitGTK, one file after the other in one window. WebKit is started before the first test of any
 * browser, while the machine has nothing else to do. A file whose page gives no sign of life gets a new WebKit, once,
 * and a line that says so; a file that has begun is never run again, whatever becomes of it.
 *
 * `plugin` has to be among the plugins of the test runner: it hears from the pages which files have begun.
 *
 * @returns {BrowserLauncher & { plugin: TestRunnerPlugin, getPage(id: string): import('./webkit-page.js').WebKitPage }}
 */
export function webkitLauncher() {
  /** @type {Promise<import('./webkit-process.js').WebKit> | undefined} */
  let running;
  /** @type {import('./webkit-page.js').WebKitPage | undefined} */
  let page;
  /** @type {Map<string, string>} */
  const urls = new Map();
  /** @type {Set<string>} */
  const begun = new Set();
  const signs = new EventEmitter();
  /** Opening a page, as far as it got. */
  let opening = Promise.resolve();

  /** @param {string} url */
  async function open(url) {
    ({ page } = await (running ??= startWebKit()));
    await page.setViewport(VIEWPORT);
    await page.goto(url);
  }

  /** @param {string} id @param {string} url */
  async function openTests(id, url) {
    await open(url);
    if (begun.has(id)) return;
    await once(signs, id, { signal: AbortSignal.timeout(FIRST_SIGN_MS) }).catch((cause) => {
      throw new Error(`the page gave no sign of life within ${FIRST_SIGN_MS} ms`, { cause });
    });
  }

  /** @param {string} id @param {string} url */
  async function openTestsOrStartAnew(id, url) {
    try {
      await openTests(id, url);
    } catch (error) {
      if (begun.has(id)) return; // Its tests run: their result counts, and no second one.
      await startAnew(error);
      if (!begun.has(id)) await openTests(id, url);
    }
  }

  /** @param {unknown} error */
  async function startAnew(error) {
    console.log(`note: WebKit is started anew: ${error instanceof Error ? error.message : error}`);
    await stop();
    await open('about:blank');
  }

  async function stop() {
    const old = running;
    running = undefined;
    await (await old?.catch(() => undefined))?.stop();
  }

  return {
    name: 'WebKit',
    // The test commands look at the type: a page that answers like puppeteer's gets real keys and pointer events.
    type: 'puppeteer',
    concurrency: 1,
    plugin: {
      name: 'webkit-files-begun',
      serverStart({ webSockets }) {
        webSockets?.on('message', ({ data }) => {
          if (data.type !== 'wtr-session-started') return;
          begun.add(String(data.sessionId));
          signs.emit(String(data.sessionId));
        });
      },
    },
    async initialize({ protocol, hostname, port }) {
      // Any page of the server: the first one over the network brings up half of WebKit's processes.
      await open(`${protocol}//${hostname}:${port}/?mode=iframe`).catch(startAnew);
    },
    async startSession(id, url) {
      urls.set(id, url);
      opening = openTestsOrStartAnew(id, url);
      await opening;
    },
    isActive: (id) => urls.has(id),
    getBrowserUrl: (id) => urls.get(id),
    async stopSession(id) {
      urls.delete(id);
      // Tests can be over before their page has loaded; two pages at a time would be one too many for WebDriver.
      await opening.catch(() => undefined);
      // An empty page ends whatever the test left running.
      await page?.goto('about:blank').catch(startAnew);
      return {};
    },
    async startDebugSession() {
      throw new Error('Debugging is not supported in WebKit.');
    },
    getPage() {
      if (!page) throw new Error('WebKit has not been started.');
      return page;
    },
    stop,
  };
}
