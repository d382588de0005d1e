// Builds a small app of each framework from the packages as npm would publish them, type-checks it strictly, and uses it in
// Chromium. Arguments: which apps, default all. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../support/chromium-args.js';
import { usePage } from './use-page.js';

/**
 * Each is a folder of `apps`; one that is a framework's older version has the sources of another.
 *
 * @type {Record<string, { sources?: string, warning?: string }>}
 */
const APPS = {
  react: {},
  'react-18': { sources: 'react' },
  // Vue's server writes it, and nothing can be done about it in the app.
  vue: { warning: 'editable="false" is read as false' },
  svelte: {},
  solid: {},
};

const here = import.meta.dirname;
const out = resolve('.cache/frameworks');
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in APPS));
if (unknown.length > 0)
  throw new Error(`There is no app ${unknown.join(', ')}. There are ${Object.keys(APPS).join(', ')}.`);

const tarballs = pack(['core', 'elements']);
const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
let failed = 0;
let passed = 0;
for (const name of asked.length > 0 ? asked : Object.keys(APPS)) {
  try {
    const folder = install(name);
    run(folder, 'npm', ['run', '--silent', 'check']);
    run(folder, 'npm', ['run', '--silent', 'build']);
    await tryPage(join(folder, 'dist'));
    passed += 1;
    console.log(`${name}: types, build and page`);
    if (existsSync(join(folder, `src/server.ts`)) || existsSync(join(folder, `src/server.tsx`))) {
      await renderOnServer(folder);
      await tryPage(join(folder, 'dist'), APPS[name].warning);
      passed += 1;
      console.log(`${name}: rendered on a server, and taken over by the page`);
    }
  } catch (error) {
    failed += 1;
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}
await browser.close();
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

/** @param {readonly string[]} names Of packages @returns {string[]} files that npm would publish */
function pack(names) {
  const target = join(out, 'packed');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  const folders = names.map((name) => `./packages/${name}`);
  const packed = JSON.parse(run('.', 'npm', ['pack', '--json', '--pack-destination', target, ...folders]));
  return packed.map(({ filename }) => join(target, filename));
}

/** @param {string} name Of an app @returns {string} where it is, with its packages */
function install(name) {
  const app = join(here, 'apps', name);
  const folder = join(out, name);
  rmSync(folder, { recursive: true, force: true });
  const { sources } = APPS[name];
  for (const from of [sources && join(here, 'apps', sources), app].filter(Boolean))
    cpSync(from, folder, { recursive: true });
  cpSync(join(here, 'host/host.ts'), join(folder, 'src/host.ts'));
  const main = readdirSync(join(folder, 'src')).find((file) => file.startsWith('main.'));
  const page = readFileSync(join(here, 'host/index.html'), 'utf8').replace('MAIN', `/src/${main}`);
  writeFileSync(join(folder, 'index.html'), page);
  run(folder, 'npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline']);
  run(folder, 'npm', ['install', '--no-save', '--no-audit', '--no-fund', '--prefer-offline', ...tarballs]);
  return folder;
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

/** @param {string} folder With a built page @param {string} [warning] The one thing that the console must say */
async function tryPage(folder, warning) {
  const server = createServer(sirv(folder, { dev: true }));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  try {
    await page.goto(`http://127.0.0.1:${server.address().port}`);
    await usePage(page);
    const others = complaints.filter((complaint) => !warning || !complaint.includes(warning));
    if (others.length > 0) throw new Error(`The console says: ${others.join('\n')}`);
    if (warning && complaints.length !== 1) throw new Error(`The console says nothing of "${warning}"`);
  } finally {
    await page.close();
    server.close();
  }
}

/** @param {string} folder @param {string} command @param {readonly string[]} args @returns {string} what it printed */
function run(folder, command, args) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', shell: false });
  if (status === 0) return stdout;
  throw new Error(`${command} ${args.join(' ')} ended with ${error ?? status}:\n${stdout}\n${stderr}`);
}
