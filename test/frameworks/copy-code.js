// Copies the code of every state from the built Storybook, as a reader does: by the button "Copy code" of an element's page, and of
// a state that is reached by steps by the button of the panel "Code" below it; with the framework chosen in the toolbar.
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
 *   `code` by framework; `shown`: what the element says on that page, before any steps; `isFirst`: it stands on top of its page
 * @typedef {{ words: string, state: string, look: Record<string, string> }} Shown `state`: `loading`, `failed`, or empty; `look`:
 *   what a brand sets
 *
 * @param {import('playwright-core').Browser} browser
 * @param {string} folder The built Storybook
 * @param {{ frameworks: readonly string[], words: readonly string[], onPage?: (copied: readonly Copied[]) => void }} options
 *   `words`: which states, default all; `onPage`: told all that is copied so far, after the page of each element
 * @returns {Promise<Copied[]>}
 */
export async function copyCode(browser, folder, { frameworks, words, onPage }) {
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
  const copied = [];
  for (const { id } of pages) {
    const page = await context.newPage();
    page.setDefaultTimeout(120_000);
    // States that take steps have no code on this page, and each would load Storybook again.
    await page.route(/iframe\.html\?id=/, (route) => route.abort());
    await page.goto(`${address}/iframe.html?viewMode=docs&id=${id}`);
    const states = await statesOn(page, isAsked);
    for (const framework of new Set(['html', ...frameworks])) await copyAll(page, framework, states);
    const isThere = ({ id: story }) => states.some((state) => state.story === story);
    const ofPage = elements.filter(
      ({ type, title, id: story }) => type === 'story' && title === entries[id].title && isAsked(story),
    );
    const stepped = [];
    for (const { id: story } of ofPage.filter((one) => !isThere(one))) stepped.push(await beforeSteps(page, story));
    await copyBelow(context, address, stepped, new Set(['html', ...frameworks]));
    states.push(...stepped);
    for (const state of states) state.event = /addEventListener\('([\w-]+)'/.exec(state.code.html)?.[1];
    copied.push(...states);
    await page.close();
    onPage?.(copied);
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

/** A state that is reached by steps as it is without them: what its code shows, which takes none. */
async function beforeSteps(page, story) {
  const place = await page.evaluateHandle(async (storyId) => {
    const preview = globalThis.__STORYBOOK_PREVIEW__;
    const root = document.body.appendChild(document.createElement('div'));
    const failed = (error) => root.append(String(error));
    const callbacks = { showMain() {}, showError: failed, showException: failed };
    preview.renderStoryToElement(await preview.loadStory({ storyId }), root, callbacks, { autoplay: false });
    return root;
  }, story);
  const [, tag] = /^elements-(.*?)--/.exec(story);
  const element = await place.asElement().waitForSelector(tag, { state: 'attached' });
  const shown = await settled(page, element);
  await place.asElement().evaluate((root) => root.remove());
  return { story, tag, code: {}, shown, isFirst: false };
}

/** Presses "Copy" in the panel below each state, with the framework chosen in the toolbar. */
async function copyBelow(context, address, states, frameworks) {
  if (states.length === 0) return;
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.goto(`${address}/?path=/story/${states[0].story}`);
  await page.getByRole('tab', { name: 'Code' }).click();
  const copy = page.locator('#storybook-panel-root').getByRole('button', { name: 'Copy', exact: true });
  await copy.waitFor();
  for (const { story, code } of states) {
    if (story !== states[0].story) await tellAndHear(page, 'selectStory', { storyId: story }, story);
    for (const framework of frameworks) {
      await tellAndHear(page, 'updateGlobals', { globals: { framework } }, story);
      code[framework] = await pressUntil(page, copy, framework);
    }
  }
  await page.close();
}

/** Tells the story's page something, and waits until the code of a state has been written anew after it, below the story. */
async function tellAndHear(page, name, detail, story) {
  const heard = page.evaluate(
    (id) =>
      new Promise((done, failed) => {
        setTimeout(() => failed(new Error(`Nothing was written below ${id}.`)), 60_000);
        const channel = globalThis.__STORYBOOK_ADDONS_CHANNEL__;
        const hear = (snippet) => {
          if (snippet.id !== id) return;
          channel.off('storybook/docs/snippet-rendered', hear);
          // Shown with the next frame.
          requestAnimationFrame(() => requestAnimationFrame(done));
        };
        channel.on('storybook/docs/snippet-rendered', hear);
      }),
    story,
  );
  const preview = page.frame('storybook-preview-iframe');
  await preview.evaluate(([event, said]) => globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit(event, said), [name, detail]);
  await heard;
}

/** Presses a button that copies until what it copies is in that framework: Storybook writes it anew once it has shown the state. */
async function pressUntil(page, button, framework) {
  let code = '';
  while (!FRAMEWORKS[framework].mark.test(code)) {
    // The button answers before it has copied: what is there from before must not be taken for it.
    await page.evaluate(() => navigator.clipboard.writeText(''));
    await button.click();
    await page.waitForFunction(async () => (await navigator.clipboard.readText()) !== '');
    code = await page.evaluate(() => navigator.clipboard.readText());
  }
  return code;
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
    state.code[framework] = await pressUntil(page, button, framework);
  }
}

/** In the page: what an element says to whoever looks at it, in its shadow roots too, how far it has come, and its brand. */
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
  // As they come out: a build writes values in ways of its own.
  const probe = element.parentNode.appendChild(document.createElement('span'));
  const tokens = {
    color: 'accent',
    'background-color': 'on-accent',
    'flex-grow': 'density',
    'border-top-left-radius': 'radius',
  };
  for (const [property, token] of Object.entries(tokens)) probe.style.setProperty(property, `var(--ek-${token})`);
  const look = Object.entries(tokens).map(([property, token]) => [token, getComputedStyle(probe)[property]]);
  probe.remove();
  return { words: read(element).replaceAll(/\s+/g, ' ').trim(), state, look: Object.fromEntries(look) };
}
