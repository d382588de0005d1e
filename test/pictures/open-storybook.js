import { fileURLToPath } from 'node:url';
import { existsSync, readFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, WHOLE_CHROMIUM_PATH } from '../support/chromium-args.js';
import { PAGES } from './agreed.js';

const BUILT = fileURLToPath(new URL('../../storybook-static', import.meta.url));
/** Nobody's address: every request is answered from the folder. A secure one, as files are digested only there. */
const ADDRESS = 'https://storybook.test';

/** How long a story may take on a slow machine. */
const PATIENCE_MS = 60_000;

/**
 * Opens the Storybook that was built, for one page per mode on which story after story is shown: loading it anew for each
 * would take ten times as long.
 */
export async function openStorybook() {
  if (!existsSync(`${BUILT}/iframe.html`)) throw new Error('There is no Storybook yet: npm run build-storybook');
  // As a careful host serves it: what the policy forbids is a failure of the story.
  const headers = { 'Content-Security-Policy': readFileSync(`${BUILT}/content-security-policy.txt`, 'utf8').trim() };
  const browser = await chromium.launch({
    executablePath: WHOLE_CHROMIUM_PATH,
    args: [
      ...CHROMIUM_ARGS,
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
      const context = await browser.newContext({
        viewport: { width, height },
        deviceScaleFactor: 1,
        reducedMotion: 'reduce',
        locale: 'nl-NL',
        timezoneId: 'Europe/Amsterdam',
        ...media,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      // The stories' own (stories/support/clock.ts), for what looks at the browser's.
      await page.clock.setFixedTime('2026-09-01T08:00:00.000Z');
      await page.route(`${ADDRESS}/**`, (route) =>
        route.fulfill({ path: BUILT + new URL(route.request().url()).pathname, headers }),
      );
      // Findings of axe are for the run of the stories.
      const query = new URLSearchParams({ id: first, viewMode: 'story', globals: `${globals};a11y.manual:!true` });
      await page.addInitScript(rememberStories);
      await page.goto(`${ADDRESS}/iframe.html?${query}`);
      return page;
    },
    close: () => browser.close(),
  };
}

/** Shows a story and waits until it has played to its end. Answers what went wrong, if anything did. */
export async function showStory(page, story) {
  await page.evaluate((storyId) => {
    // What the story before left for a reload.
    sessionStorage.clear();
    localStorage.clear();
    globalThis.storyStates.delete(storyId);
    globalThis.__STORYBOOK_ADDONS_CHANNEL__.emit('setCurrentStory', { storyId, viewMode: 'story' });
  }, story);
  const state = await page.waitForFunction((storyId) => globalThis.storyStates.get(storyId), story);
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
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    globalThis.storyStates.set(current, `${violatedDirective} forbids ${blockedURI}`),
  );
  Object.defineProperty(globalThis, '__STORYBOOK_ADDONS_CHANNEL__', {
    configurable: true,
    get: () => channel,
    set(value) {
      channel = value;
      channel.on('storyRenderPhaseChanged', ({ storyId }) => (current = storyId));
      channel.on('storyFinished', ({ storyId, status }) => {
        if (!globalThis.storyStates.has(storyId))
          globalThis.storyStates.set(storyId, status === 'error' ? 'It failed.' : 'done');
      });
      for (const failure of ['storyErrored', 'storyThrewException', 'playFunctionThrewException', 'storyMissing'])
        channel.on(failure, (error) =>
          globalThis.storyStates.set(error?.storyId ?? current, `${failure}: ${error?.message ?? error}`),
        );
    },
  });
}
