// Copies the code of every state from the built Storybook, as a reader does: by the button "Copy code" of an element's page, with
// the framework chosen in the toolbar.
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import sirv from 'sirv';

/** How each names a file of its own, and what its code can be told by. */
export const FRAMEWORKS = {
  html: { extension: 'html', mark: /^<!-- npm install @enrollkit\/embed/ },
  react: { extension: 'tsx', mark: /@enrollkit\/elements\/react/ },
  vue: { extension: 'vue', mark: /<script setup/ },
  svelte: { extension: 'svelte', mark: /^<script(?: lang="ts")?>/ },
  angular: { extension: 'ts', mark: /@Component/ },
};

/**
 * @typedef {{ story: string, tag: string, event?: string, code: Record<string, string>, shown: Shown, isFirst: boolean }} Copied
 *   `code` by framework; `shown`: what the element says on that page; `isFirst`: it stands on top of its page
 * @typedef {{ words: string, state: string }} Shown `state`: `loading`, `failed`, or empty
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder The built Storybook
 * @param {{ frameworks: readonly string[], words: readonly string[] }} options `words`: which states, default all
 * @returns {Promise<Copied[]>}
 */
export async function copyCode(browser, folder, { frameworks, words }) {
  if (!existsSync(`${folder}/index.json`)) throw new Error('There is no Storybook yet: npm run build-storybook');
  const { entries } = JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'));
  const isAsked = (story) => words.length === 0 || words.some((word) => story.includes(word));
  const elements = Object.values(entries).filter(({ title }) => title.startsWith('Elements/'));
  const pages = elements.filter(
    ({ type, title }) =>
      type === 'docs' && elements.some((one) => one.type === 'story' && one.title === title && isAsked(one.id)),
  );
  const server = createServer(sirv(folder, { dev: true }));
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const address = `http://127.0.0.1:${server.address().port}`;
  const context = await browser.newContext({ locale: 'nl-NL' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: address });
  // States that take steps have no code on this page, and each would load Storybook again.
  await context.route(/iframe\.html\?id=/, (route) => route.abort());
  const copied = [];
  for (const { id } of pages) {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    await page.goto(`${address}/iframe.html?viewMode=docs&id=${id}`);
    const states = await statesOn(page, isAsked);
    for (const framework of new Set(['html', ...frameworks])) await copyAll(page, framework, states);
    for (const state of states) state.event = /addEventListener\('([\w-]+)'/.exec(state.code.html)?.[1];
    copied.push(...states);
    await page.close();
  }
  await context.close();
  server.close();
  return copied;
}

/** Every state that stands on the page itself, with what it says once all has come. */
async function statesOn(page, isAsked) {
  await page.getByRole('button', { name: 'Copy code' }).first().waitFor();
  const ids = await page.locator('[id^="story--elements-"]').evaluateAll((places) => places.map(({ id }) => id));
  const states = new Map();
  for (const id of ids.filter((each) => !each.endsWith('-inner'))) {
    const story = storyOf(id);
    const [, tag] = /^elements-(.*?)--/.exec(story);
    if (!isAsked(story) || states.has(story)) continue;
    const element = page.locator(`[id="${id}"] ${tag}`).first();
    await element.waitFor({ state: 'attached' });
    const shown = await settled(page, element);
    states.set(story, { story, tag, code: {}, shown, isFirst: id.endsWith('--primary') });
  }
  return [...states.values()];
}

const storyOf = (id) => id.replace(/^story--/, '').replace(/--primary$/, '');

/** What an element says when two looks in a row see the same. */
async function settled(page, element) {
  let shown;
  for (
    let next = await element.evaluate(shownBy);
    next.words !== shown?.words;
    next = await element.evaluate(shownBy)
  ) {
    shown = next;
    await page.waitForTimeout(300);
  }
  return shown;
}

/** Presses every button "Copy code" of a page, with the framework chosen in the toolbar. */
async function copyAll(page, framework, states) {
  await page.evaluate((globals) => globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('updateGlobals', { globals }), {
    framework,
  });
  for (const state of states) {
    const place = page.locator(state.isFirst ? `#anchor--primary--${state.story}` : `#state-${state.story}`);
    const button = place.getByRole('button', { name: 'Copy code' });
    let code = '';
    // Storybook writes it anew once it has shown the state again.
    while (!FRAMEWORKS[framework].mark.test(code)) {
      // The button answers before it has copied: what is there from before must not be taken for it.
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await button.click();
      await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
      code = await page.evaluate(() => navigator.clipboard.readText());
    }
    state.code[framework] = code;
  }
}

/** In the page: what an element says to whoever looks at it, in its shadow roots too, and how far it has come. */
export function shownBy(element) {
  const read = (node) => {
    if (node.nodeType === 3) return node.data;
    if (node.nodeType !== 1) return '';
    if (['STYLE', 'SCRIPT', 'TEMPLATE'].includes(node.tagName)) return '';
    // A slot has no box of its own.
    if (node.tagName !== 'SLOT' && !node.checkVisibility()) return '';
    return [...(node.shadowRoot?.childNodes ?? []), ...node.childNodes].map(read).join(' ');
  };
  const state = ['loading', 'failed'].find((name) => element.matches(`:state(${name})`)) ?? '';
  return { words: read(element).replaceAll(/\s+/g, ' ').trim(), state };
}
