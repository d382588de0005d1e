// Takes the code of every state as a reader copies it from the built Storybook, puts it into an app of each framework made from
// packages as npm would publish them, type-checks and builds that, and opens each in Chromium: it says what it
// says in Storybook (of a long list the first; of a state that is reached by steps what comes before them) and has its brand, the console has nothing to say, and the handler is called. Arguments:
// which frameworks, default all; words that states are named by; `--again` to take what was copied last, also by a run that was cut off. Needs `npm run build` and `npm run build-storybook`.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import sirv from 'sirv';
import { CHROMIUM_ARGS, WHOLE_CHROMIUM_PATH } from '../support/chromium-args.js';
import { FRAMEWORKS, copyCode, shownBy } from './copy-code.js';
import { install, pack, run } from './packed-apps.js';

const isAgain = process.argv.includes('--again');
const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const words = asked.filter((word) => !(word in FRAMEWORKS));
const named = asked.filter((word) => word in FRAMEWORKS);
const frameworks = named.length > 0 ? named : Object.keys(FRAMEWORKS);

const browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM_PATH, args: CHROMIUM_ARGS });
const kept = resolve('.cache/frameworks/copied-code.json');
const copied = isAgain
  ? JSON.parse(readFileSync(kept, 'utf8')).filter(
      ({ story }) => words.length === 0 || words.some((word) => story.includes(word)),
    )
  : await copy();
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
    // A run that is cut off has said how far it was.
    if (looked % 20 === 0) console.log(`${framework}: ${looked} of ${copied.length} states looked at`);
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
  mkdirSync(resolve('.cache/frameworks'), { recursive: true });
  const onPage = (some) => {
    writeFileSync(kept, JSON.stringify(some));
    console.log(`${some.length} states copied`);
  };
  return copyCode(browser, resolve('storybook-static'), { frameworks, words, onPage });
}

/** @param {string} framework @param {(problem?: string) => void} tell called for each state, with what is wrong */
async function tryFramework(framework, tell) {
  const folder = framework === 'html' ? writePages() : buildApp(framework);
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    const one = copied.find(({ story }) => request.url === `/?${story}`);
    if (!one) return files(request, response);
    response.setHeader('Content-Type', 'text/html');
    response.end(readFileSync(join(folder, 'index.html'), 'utf8').replace(/<html[^>]*>/, beginningOf(one)));
  });
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
  cpSync('packages/embed/dist', join(folder, 'enrollkit'), { recursive: true });
  const head = '<meta charset="utf-8" /><title>A host page</title><link rel="icon" href="data:," />';
  for (const one of copied)
    writeFileSync(join(folder, `${one.story}.html`), `<!doctype html>${beginningOf(one)}${head}\n${one.code.html}`);
  return folder;
}

/** As its code says that the page begins; without a word on that, as any page of the stories. */
function beginningOf({ code }) {
  return /begins with (<html [^>]*>)/.exec(code.html)?.[1] ?? '<html lang="nl">';
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
  run(folder, 'npm', ['run', '--silent', 'check']);
  run(folder, 'npm', ['run', '--silent', 'build']);
  return join(folder, 'dist');
}

/** Opens it, and answers what is wrong. */
async function tryCode(url, { tag, event, shown, code }) {
  const context = await browser.newContext({ locale: 'nl-NL' });
  const page = await context.newPage();
  const said = [];
  // In a state that a backend doesn't come to by itself the developer is told so.
  const isOdd = code.html.includes('// And what it says in this state');
  await page.addInitScript(`globalThis.shownBy = ${shownBy}; globalThis.differences = ${differences}`);
  let heard = 0;
  page.on('console', (message) => {
    if (message.type() === 'log') heard += 1;
    // On a busy machine records take longer to be made than elements wait before they say so; what they show tells that it came.
    else if (message.text().includes('has no backend')) return;
    else if (['error', 'warning'].includes(message.type()) && !isOdd) said.push(`the console says: ${message.text()}`);
  });
  page.on('pageerror', (error) => said.push(`the page throws: ${error.message}`));
  try {
    await page.goto(url);
    const element = page.locator(tag).first();
    const isCut = code.html.includes('The first of many.');
    await page.waitForFunction(
      ([name, expected, cut]) => {
        const found = document.querySelector(name);
        if (!found?.matches(':defined')) return false;
        globalThis.last = globalThis.shownBy(found);
        globalThis.found = globalThis.differences(expected, globalThis.last, cut);
        return globalThis.found === '';
      },
      [tag, shown, isCut],
      { timeout: PATIENCE_MS, polling: 200 },
    );
    if (event) {
      await element.evaluate((sender, name) => sender.dispatchEvent(new CustomEvent(name, { detail: {} })), event);
      if (heard === 0) said.push(`nobody hears ${event}`);
    }
  } catch {
    const [last, found] = await page.evaluate(() => [globalThis.last, globalThis.found]);
    said.push(`${found}\n  it says "${last?.words}"\n  instead of "${shown.words}"`);
  }
  await context.close();
  return said.join('; ');
}

/**
 * In the page: what sets apart what an element says, and its brand, from Storybook. A few words may differ: who did it, and when
 * it was kept.
 */
function differences(expected, shown, isCut) {
  const look = Object.keys(expected.look).filter((name) => expected.look[name] !== shown.look[name]);
  if (look.length > 0)
    return look.map((name) => `${name} is "${shown.look[name]}" instead of "${expected.look[name]}"`).join();
  if (expected.state !== shown.state) return `it is "${shown.state}" instead of "${expected.state}"`;
  const share = isCut ? 0.5 : 0.2;
  const missingIn = (words, others) => {
    const has = new Set(others.split(' '));
    const all = [...new Set(words.split(' '))];
    const missing = all.filter((word) => !has.has(word));
    return missing.length > all.length * share ? missing.join(' ') : '';
  };
  const more = missingIn(shown.words, expected.words);
  const less = isCut ? '' : missingIn(expected.words, shown.words);
  return [more && `it says too much: ${more}`, less && `it doesn't say: ${less}`].filter(Boolean).join('; ');
}
