import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_PATH, SHORT_LIVED_ARGS } from '../support/chromium-args.js';
import { PAGES } from './agreed.js';

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));
/** Nobody's address: every request is answered from the folder. A secure one, as files are digested only there. */
const ADDRESS = 'https://storybook.test';

/** How long a story may take on a slow machine: it has many steps, each of up to half a minute. */
const PATIENCE_MS = 240_000;
/** Looked at with every frame, a page would draw frames that nobody needs. */
const POLLING_MS = 100;

/**
 * Opens the Storybook that was built, for one page per mode on which story after story is shown: loading it anew for each
 * would take ten times as long.
 */
export async function openStorybook() {
  const browser = await chromium.launch({
    executablePath: CHROMIUM_PATH,
    args: [
      ...SHORT_LIVED_ARGS,
      '--disable-lcd-text',
      '--disable-font-subpixel-positioning',
      '--force-device-scale-factor=1',
      '--hide-scrollbars',
      // Date fields in the language of the page that they stand in; without it in that of the machine's Chromium.
      '--enable-blink-features=LangAttributeAwareFormControlUI',
    ],
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
  });
  return {
    /** @param {keyof typeof PAGES} mode @param {string} first The story to begin with */
    async openPage(mode, first) {
      const { globals, width, height, ...media } = PAGES[mode];
      const page = await newPage(browser, {
        viewport: { width, height },
        deviceScaleFactor: 1,
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        ...media,
      });
      // The stories' own (stories/support/clock.ts), for what looks at the browser's.
      await page.clock.setFixedTime('2026-09-01T08:00:00.000Z');
      // Findings of axe are for the run of the stories.
      await begin(page, first, `${globals};a11y.manual:!true`);
      return page;
    },
    close: () => browser.close(),
  };
}

/**
 * The same for stories as they are, in a window of this size.
 *
 * @param {{ width: number, height: number }} viewport
 */
export async function openStories(viewport) {
  const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: SHORT_LIVED_ARGS });
  return {
    /** @param {string} first @param {{ isStrict: boolean }} options Whether the page has the policy */
    async openPage(first, { isStrict }) {
      const page = await newPage(browser, { viewport, bypassCSP: !isStrict });
      await page.addInitScript(() => Object.assign(globalThis, { runsAllStories: true }));
      await begin(page, first);
      return page;
    },
    close: () => browser.close(),
  };
}

async function newPage(browser, options) {
  if (!existsSync(`${BUILT}/iframe.html`)) throw new Error('There is no Storybook yet: npm run build-storybook');
  // As a careful host serves it: what the policy forbids is a failure of the story.
  const headers = { 'Content-Security-Policy': readFileSync(`${BUILT}/content-security-policy.txt`, 'utf8').trim() };
  // What fades while it is looked at has other colours each time.
  const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  await page.route(`${ADDRESS}/**`, (route) => {
    const path = BUILT + new URL(route.request().url()).pathname;
    return route.fulfill(existsSync(path) ? { path, headers } : { status: 404 });
  });
  await page.addInitScript(rememberStories);
  return page;
}

async function begin(page, first, globals = '') {
  const query = new URLSearchParams({ id: first, viewMode: 'story', globals });
  await page.goto(`${ADDRESS}/iframe.html?${query}`);
}

/** Shows a story and waits until it has played to its end. Answers what went wrong, if anything did. */
export async function showStory(page, story) {
  await page.evaluate((storyId) => {
    // The page has begun with it by itself, and may be done.
    const isFirst = !globalThis.hasBegun && new URLSearchParams(location.search).get('id') === storyId;
    globalThis.hasBegun = true;
    if (isFirst) return;
    // What the story before left for a reload.
    sessionStorage.clear();
    localStorage.clear();
    globalThis.storyStates.delete(storyId);
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, story);
  const state = await page.waitForFunction((storyId) => globalThis.storyStates.get(storyId), story, {
    polling: POLLING_MS,
  });
  await page.evaluate(() => document.fonts.ready);
  const problem = await state.jsonValue();
  return problem === 'done' ? undefined : problem;
}

/** From the top: where a page has scrolled to, with the focus, depends on what was there by then. */
export async function takePicture(page) {
  await page.evaluate(() => {
    // A date field keeps the language that it was made in, the browser's where it was on no page yet, until a limit of it changes.
    const localized = (globalThis.localizedFields ??= new WeakSet());
    const localize = (root) => {
      for (const element of root.querySelectorAll('*')) {
        if (element.type === 'date' && !localized.has(element) && !element.hasAttribute('min')) {
          localized.add(element);
          element.min = '1900-01-01';
          element.removeAttribute('min');
        }
        if (element.shadowRoot) localize(element.shadowRoot);
      }
    };
    localize(document);
    scrollTo(0, 0);
  });
  return page.screenshot({ animations: 'disabled', caret: 'hide', scale: 'css' });
}

/** In the page: `done` or what went wrong, by story. */
function rememberStories() {
  globalThis.storyStates = new Map();
  let channel;
  let current;
  /** What axe found, node by node. */
  const findings = (reporters) =>
    reporters
      .flatMap(({ result }) => result?.violations ?? [])
      .flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(' ')}. ${node.failureSummary}`))
      .join('\n') || 'It failed.';
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    globalThis.storyStates.set(current, `${violatedDirective} forbids ${blockedURI}`),
  );
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      channel.on('storyRenderPhaseChanged', ({ storyId }) => (current = storyId));
      channel.on('storyFinished', ({ storyId, status, reporters }) => {
        if (!globalThis.storyStates.has(storyId))
          globalThis.storyStates.set(storyId, status === 'error' ? findings(reporters) : 'done');
      });
      for (const failure of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
        channel.on(failure, (error) =>
          globalThis.storyStates.set(error?.storyId ?? current, `${failure}: ${error?.message ?? error}`),
        );
    },
  });
}
