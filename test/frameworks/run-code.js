// Takes the code of every state as a reader copies it from the built Storybook, puts it into an app of each framework made from
// packages as npm would publish them, type-checks and builds that, and opens each in Chromium: it shows its records (the first
// state of an element most of what it says in Storybook), the console has nothing to say, and the handler is called. Arguments:
// which frameworks, default all; words that states are named by; `--again` to take what was copied last. Needs `npm run build` and `npm run build-storybook`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { CHROMIUM_ARGS, WHOLE_CHROMIUM_PATH } from '../support/chromium-args.js';
import { FRAMEWORKS, copyCode, wordsOf } from './copy-code.js';
import { install, pack, run } from './packed-apps.js';

const isAgain = process.argv.includes('--again');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const words = asked.filter((word) => !(word in FRAMEWORKS));
const named = asked.filter((word) => word in FRAMEWORKS);
const frameworks = named.length > 0 ? named : Object.keys(FRAMEWORKS);

const browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM_PATH, args: CHROMIUM_ARGS });
const kept = resolve('.cache/frameworks/copied-code.json');
const copied = isAgain ? JSON.parse(readFileSync(kept, 'utf8')) : await copy();
const tarballs = frameworks.some((name) => name !== 'html') ? pack(['core', 'elements', 'feed', 'adapters']) : [];
/** How long a page may take on a slow machine. */
const PATIENCE_MS = 30_000;
let passed = 0;
let failed = 0;
for (const framework of frameworks) {
  let looked = 0;
  const tell = (problem) => {
    looked += 1;
    if (problem) console.error(`${framework}: ${problem}`);
    if (problem) failed += 1;
    else passed += 1;
  };
  await tryFramework(framework, tell).catch(({ message }) => {
    console.error(`${framework}: ${message}`);
    failed += 1;
  });
  console.log(`${framework}: ${looked} of ${copied.length} states looked at`);
}
await browser.close();
console.log(`\n${passed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;

async function copy() {
  const all = await copyCode(browser, resolve('storybook-static'), { frameworks, words });
  mkdirSync(resolve('.cache/frameworks'), { recursive: true });
  writeFileSync(kept, JSON.stringify(all));
  console.log(`${all.length} states copied`);
  return all;
}

/** @param {string} framework @param {(problem?: string) => void} tell called for each state, with what is wrong */
async function tryFramework(framework, tell) {
  const folder = framework === 'html' ? writePages() : buildApp(framework);
  const server = createServer(sirv(folder, { dev: true }));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  try {
    for (const one of copied) {
      const path = framework === 'html' ? `${one.story}.html` : `?${one.story}`;
      const problem = await tryCode(`http://127.0.0.1:${server.address().port}/${path}`, one);
      tell(problem && `${one.story}: ${problem}`);
    }
  } finally {
    server.close();
  }
}

/** A page for each, beside the built files for script tags. */
function writePages() {
  const folder = resolve('.cache/frameworks/html-code');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync('packages/embed/dist', folder, { recursive: true });
  const head =
    '<!doctype html><html lang="nl"><meta charset="utf-8" /><title>A host page</title><link rel="icon" href="data:," />';
  for (const { story, code } of copied) writeFileSync(join(folder, `${story}.html`), `${head}\n${code.html}`);
  return folder;
}

/** An app with a module for each, which it loads by the name in its address. */
function buildApp(framework) {
  const { extension } = FRAMEWORKS[framework];
  const folder = install(`${framework}-code`, { sources: framework, tarballs });
  const to = join(folder, 'src/code');
  mkdirSync(to);
  const end = extension.startsWith('ts') ? '' : `.${extension}`;
  const lines = copied.map(({ story }) => `  '${story}': () => import('./${story}${end}'),\n`);
  writeFileSync(
    join(to, 'index.ts'),
    `export const CODE = {\n${lines.join('')}} as Record<string, () => Promise<any>>;\n`,
  );
  for (const { story, code } of copied) writeFileSync(join(to, `${story}.${extension}`), code[framework]);
  const page = join(folder, 'index.html');
  writeFileSync(page, readFileSync(page, 'utf8').replace('lang="en"', 'lang="nl"'));
  run(folder, 'npm', ['run', '--silent', 'check']);
  run(folder, 'npm', ['run', '--silent', 'build']);
  return join(folder, 'dist');
}

/** Opens it, and answers what is wrong. */
async function tryCode(url, { tag, event, shown }) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const page = await context.newPage();
  const said = [];
  await page.addInitScript(`globalThis.wordsOf = ${wordsOf}`);
  let heard = 0;
  page.on('console', (message) => {
    if (message.type() === 'log') heard += 1;
    else if (['error', 'warning'].includes(message.type())) said.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`the page throws: ${error.message}`));
  try {
    await page.goto(url);
    const element = page.locator(tag).first();
    await page.waitForFunction(
      ([name, expected]) => {
        const found = document.querySelector(name);
        if (!found) return false;
        globalThis.lastWords = globalThis.wordsOf(found);
        const isThere = found.shadowRoot?.querySelector('[part]') && !found.matches(':state(loading), :state(failed)');
        const has = new Set(globalThis.lastWords.split(' '));
        const missing = expected.filter((word) => !has.has(word));
        return isThere && missing.length <= expected.length / 2;
      },
      [tag, shown ? [...new Set(shown.split(' '))] : []],
      { timeout: PATIENCE_MS },
    );
    if (event) {
      await element.evaluate((sender, name) => sender.dispatchEvent(new CustomEvent(name, { detail: {} })), event);
      if (heard === 0) said.push(`nobody hears ${event}`);
    }
  } catch {
    const last = await page.evaluate(() => globalThis.lastWords);
    said.push(`it says "${last}"${shown ? ` instead of "${shown}"` : ''}`);
  }
  await context.close();
  return said.join('; ');
}
