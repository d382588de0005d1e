import { fileURLToPath } from 'node:url';
import { defaultReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { bundlePlugin } from '../test/support/bundle-plugin.js';
import { bundledSources } from '../test/support/bundled-sources-plugin.js';
import { CHROMIUM_PATH, SHORT_LIVED_ARGS } from '../test/support/chromium-args.js';
import { minifiedBuildsPlugin } from '../test/support/minified-builds-plugin.js';
import { restServerPlugin } from '../test/support/rest-server-plugin.js';
import { serverRenderingPlugin } from '../test/support/server-rendering-plugin.js';
import { summaryReporter } from '../test/support/summary-reporter.js';
import { webkitLauncher } from '../test/support/webkit-launcher.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const ownSources = bundledSources(root);

// One page at a time in each engine: only one page has the focus, and many tests are about focus.
const engines = {
  chromium: () =>
    chromeLauncher({
      launchOptions: { executablePath: CHROMIUM_PATH, args: SHORT_LIVED_ARGS },
      createPage: async ({ context }) => patient(await context.newPage()),
      concurrency: 1,
    }),
  firefox: () =>
    chromeLauncher({
      puppeteer,
      launchOptions: {
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        // A certificate that is saved would open in a tab in front of the tests, whose timers then tick once a second.
        extraPrefsFirefox: { 'pdfjs.disabled': true },
      },
      createPage: async ({ context }) => nameSpaceBar(patient(await context.newPage())),
      concurrency: 1,
    }),
  webkit: webkitLauncher,
};

/** All tests are bundled while the first page waits for its own, which takes long where thirty programs want two cores. */
function patient(page) {
  page.setDefaultNavigationTimeout(240_000);
  return page;
}

/** Puppeteer knows the key `Space` in Chromium only; a test must read the same in every engine. */
function nameSpaceBar(page) {
  const press = page.keyboard.press.bind(page.keyboard);
  page.keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
  return page;
}

/** Last, after those who listen too: a file that is written meanwhile must not have tests of it run a second time. */
const runsOnce = {
  name: 'runs-once',
  serverStart({ fileWatcher }) {
    if (process.argv.includes('--watch')) return;
    for (const event of ['change', 'unlink']) fileWatcher.removeAllListeners(event);
  },
};

/** `BROWSERS=firefox,webkit` picks; Chromium alone is quickest while developing. */
const launchers = (process.env.BROWSERS ?? 'chromium').split(',').flatMap((name) => {
  const launch = name === 'all' ? undefined : engines[name];
  if (name !== 'all' && !launch) throw new Error(`BROWSERS: ${name} is not one of ${Object.keys(engines)} or all`);
  return name === 'all' ? Object.values(engines) : [launch];
});

const browsers = launchers.map((launch) => launch());
const chromium = browsers.filter((_, index) => launchers[index] === engines.chromium);

/**
 * What a page shows, hears of keys, keeps or sends is tried in every engine. What is computed from data, in script, is the
 * same in each: what the server answers (how it is asked is tested in each), what minifiers leave, what becomes of records,
 * amounts, tokens and texts, of files in a zip and of addresses of videos, of answers and rows of a wrong shape, which methods
 * are asked for and what is marked as no text to translate, and how
 * many records are asked for at once. What a database does is its contract, in each; what a plan then puts there is not.
 * A single test of that kind among others: `itInOneEngine` of test/support/one-engine.ts.
 */
const ONE_ENGINE_ONLY = [
  'test/adapters/rest/{contract,parts,tokens}.test.ts',
  'test/elements/backends/any-backend.test.ts',
  'test/elements/base/{answered-write,waiting}.test.ts',
  'test/elements/base/files/upload-manager.test.ts',
  'test/elements/certificate-bundle/intake/intake.test.ts',
  'test/elements/certificate-upload/{certificate-offer,host-answers,read-limits}.test.ts',
  'test/elements/enrollment-status/many-statuses.test.ts',
  'test/elements/feed-check/host-checkers.test.ts',
  'test/elements/host-page/every-element.test.ts',
  'test/elements/price-breakdown/{price-backend,price-booked,price-json-ld}.test.ts',
  'test/elements/product-details/video-player.test.ts',
  'test/elements/starting-dates/calendar-file.test.ts',
  'test/embed/{host-backend,minified}.test.ts',
  'test/feed/plan/import-in-browser.browser.ts',
  'test/security/{hostile-backend,tampered-database}.test.ts',
];

export default {
  rootDir: root,
  files: [
    'test/elements/**/*.test.ts',
    'test/adapters/**/*.test.ts',
    'test/embed/**/*.test.ts',
    'test/feed/**/*.browser.ts', // Beside the tests of the same in Node.
    'test/security/**/*.test.ts',
    '!test/security/server/**', // In Node: the server is attacked, not a page.
    ...ONE_ENGINE_ONLY.map((file) => `!${file}`),
  ],
  // Who asks for files gets no others.
  groups:
    chromium.length > 0 && !process.argv.includes('--files')
      ? [{ name: 'one engine', files: ONE_ENGINE_ONLY, browsers: chromium }]
      : [],
  nodeResolve: true,
  plugins: [
    bundlePlugin(),
    restServerPlugin(),
    serverRenderingPlugin(),
    minifiedBuildsPlugin(root),
    ownSources.plugin,
    ...browsers.flatMap(({ plugin }) => plugin ?? []),
    runsOnce,
  ],
  browsers,
  // One for each core of the smallest machine: a third makes databases and key presses late.
  concurrentBrowsers: 2,
  concurrency: 1,
  testsStartTimeout: 60_000,
  // Long enough for a WebKit that is started anew.
  browserStartTimeout: 240_000,
  // Two of the minifiers take seconds for each file.
  testsFinishTimeout: 480_000,
  // A key press takes seconds where thirty programs want two cores; what fails says so after the time of `waitUntil`.
  testFramework: { config: { timeout: 120_000 } },
  reporters: [defaultReporter({ reportTestProgress: process.stdout.isTTY }), summaryReporter(), ownSources.reporter],
};
