// Builds a small app of each framework, and a page with each bundler, from the packages as npm would publish them;
// type-checks them strictly, and uses them in Chromium. Arguments: which apps, default all. Needs `npm run build`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_PATH, SHORT_LIVED_ARGS } from '../support/chromium-args.js';
import { exampleCode } from './example-code.js';
import { install, pack, run, scriptsOf, start } from './packed-apps.js';
import { serveStrictly } from './serve-strictly.js';
import { useFeeds, useFeedsAndScans } from './use-feeds.js';
import { usePage } from './use-page.js';

/**
 * Each is a folder of `apps`. Its scripts say what there is to do: `check` its types, `build` a folder `dist`, `build:server` what
 * renders it on a server, and `start` a server of its own.
 *
 * - `use`: what a person does on its page.
 * - `sources`: the app whose files it has beside its own.
 * - `script`: what the bundler writes, where it leaves the page to the host.
 * - `policies`: of Trusted Types that the framework or the bundler itself makes.
 * - `isTrusted`: Trusted Types are not enforced.
 * - `code`: how its modules are named, to check the types of what Storybook's "Show code" writes for it beside the app's own.
 * - `warning`: the one thing that the console says after rendering on a server.
 *
 * @typedef {{
 *   use: (page: import('playwright-core').Page) => Promise<void>,
 *   sources?: string, script?: string, policies?: readonly string[], isTrusted?: boolean,
 *   code?: string, warning?: string,
 * }} App
 * @type {Record<string, App>}
 */
const APPS = {
  react: { use: usePage, code: 'tsx' },
  'react-18': { use: usePage, sources: 'react' },
  // Vue's server writes it, and nothing can be done about it in the app.
  vue: { use: usePage, code: 'vue', policies: ['vue'], warning: 'editable="false" is read as false' },
  svelte: { use: usePage, code: 'svelte', policies: ['svelte-trusted-html'] },
  // Makes markup of strings, without any policy.
  solid: { use: usePage, isTrusted: true },
  angular: { use: usePage, policies: ['angular'] },
  next: { use: usePage },
  // The bundlers of these two, and those that are used by themselves.
  'angular-feeds': { use: useFeeds, sources: 'angular', policies: ['angular'] },
  'next-feeds': { use: useFeeds, sources: 'next' },
  vite: { use: useFeedsAndScans, sources: 'bundled' },
  webpack: { use: useFeedsAndScans, sources: 'bundled', script: 'main.js', policies: ['webpack'] },
  rollup: { use: useFeedsAndScans, sources: 'bundled', script: 'main.js' },
  esbuild: { use: useFeedsAndScans, sources: 'bundled', script: 'main.js' },
  parcel: { use: useFeedsAndScans, sources: 'bundled' },
};

/** How long a page may take on a slow machine. */
const PATIENCE_MS = 120_000;

/** What a server for developers has Lit say. */
const IN_DEVELOPMENT = 'Lit is in dev mode';

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in APPS));
if (unknown.length > 0)
  throw new Error(`There is no app ${unknown.join(', ')}. There are ${Object.keys(APPS).join(', ')}.`);

const tarballs = pack(['core', 'elements', 'feed', 'adapters']);
const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: SHORT_LIVED_ARGS });
let failed = 0;
let passed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(APPS)) {
  try {
    for await (const what of tryApp(name, APPS[name])) {
      passed += 1;
      console.log(`${name}: ${what}`);
    }
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
await browser.close();
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {string} name @param {App} app */
async function* tryApp(name, { sources, script, code, warning, ...how }) {
  const { use } = how;
  const folder = install(name, { sources, tarballs });
  const scripts = scriptsOf(folder);
  const dist = join(folder, 'dist');
  if (code) await writeCode(name, join(folder, 'src/code'), code);
  if (scripts.check) run(folder, 'npm', ['run', '--silent', 'check']);
  run(folder, 'npm', ['run', '--silent', 'build']);
  if (script) {
    const page = readFileSync(join(folder, 'index.html'), 'utf8').replace('/src/main.js', `/${script}`);
    writeFileSync(join(dist, 'index.html'), page);
  }
  if (existsSync(dist)) {
    await tryBuilt(dist, how);
    yield 'types, build and page';
    if (use !== usePage) {
      await tryBuilt(dist, { ...how, fromElsewhere: true });
      yield 'page with its scripts on another origin';
    }
  }
  if (scripts['build:server']) {
    await renderOnServer(folder);
    await tryBuilt(dist, { ...how, warning });
    yield 'rendered on a server, and taken over by the page';
  }
  if (scripts.start) {
    const server = await start(folder);
    try {
      await tryPage(server.url, { use, mayWarn: IN_DEVELOPMENT });
    } finally {
      server.close();
    }
    yield 'page of its own server';
  }
}

/** Lays a reader's copies beside the app. `run-code.js` also builds and opens them. */
async function writeCode(framework, folder, extension) {
  mkdirSync(folder);
  // Not named after the tag: to Vue a file is a component that knows itself by its name.
  for (const [tag, code] of Object.entries(await exampleCode(framework)))
    writeFileSync(join(folder, `${tag}-code.${extension}`), code);
}

/** Puts what the server made of the app into its page. @param {string} folder */
async function renderOnServer(folder) {
  run(folder, 'npm', ['run', '--silent', 'build:server']);
  // In a process of its own: it must end by itself, and bring nothing into this one.
  const script = `import { render } from ${JSON.stringify(pathToFileURL(join(folder, 'dist-server/server.js')).href)};
    process.stdout.write(await render());`;
  const html = run(folder, process.execPath, ['--input-type=module', '--eval', script]);
  if (!html.includes('<enrollment-status')) throw new Error(`The server rendered no element: ${html}`);
  const file = join(folder, 'dist/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<div id="app"></div>', `<div id="app">${html}</div>`));
}

/** @param {string} folder With a built page */
async function tryBuilt(folder, { use, warning, ...how }) {
  const server = await serveStrictly(folder, how);
  try {
    await tryPage(server.url, { use, warning });
  } finally {
    server.close();
  }
}

/**
 * @param {string} url
 * @param {{ use: App['use'], warning?: string, mayWarn?: string }} options `warning`: the one thing that the console must
 *   say; `mayWarn`: what it may
 */
async function tryPage(url, { use, warning, mayWarn }) {
  const page = await browser.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const complaints = [];
  page.on('console', (message) => {
    const text = `${message.text()} ${message.location().url}`;
    if (['error', 'warning'].includes(message.type()) && !(mayWarn && text.startsWith(mayWarn))) complaints.push(text);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(url);
    await use(page).catch((error) => {
      throw new Error(`${error.message}\nThe console says: ${complaints.join('\n')}`);
    });
    const others = complaints.filter((complaint) => !warning || !complaint.includes(warning));
    if (others.length > 0) throw new Error(`The console says: ${others.join('\n')}`);
    if (warning && complaints.length !== 1) throw new Error(`The console says nothing of "${warning}"`);
  } finally {
    await page.close();
  }
}
