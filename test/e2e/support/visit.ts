import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject } from 'vitest';
import { CHROMIUM_PATH, SHORT_LIVED_ARGS } from '../../support/chromium-args.js';
import { keepDiary, type Diary } from './diary.js';

/** How long a page is waited for, on a machine that has other work. */
const MOST_MS = 90_000;

export interface Visit {
  /** A fresh profile: no data of another test. */
  readonly context: BrowserContext;
  /** Empty until it is opened. */
  readonly page: Page;
  /** Opens a path of the demo in another tab of the same profile. */
  readonly openTab: (path: string) => Promise<Page>;
  /** Makes complaints no failure in this test, and answers the list to which they will be added. */
  readonly expectComplaints: () => readonly string[];
}

export interface VisitOptions extends BrowserContextOptions {
  /** Default: where the demo is served without a server of its own. */
  readonly baseUrl?: () => string;
}

/**
 * Gives each test of a file a fresh visitor. After the test nothing may have been said on the console in anger, and not one
 * violation of the Content Security Policy or of Trusted Types.
 */
export function visitDemo({ baseUrl = () => inject('demoUrl'), ...options }: VisitOptions = {}): () => Visit {
  let browser: Browser;
  let visit: Visit;
  let diary: Diary;
  let complaints: string[] = [];
  let areExpected = false;

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: SHORT_LIVED_ARGS });
  });
  afterAll(() => browser.close());

  beforeEach(async () => {
    complaints = [];
    areExpected = false;
    const context = await browser.newContext({ baseURL: baseUrl(), reducedMotion: 'reduce', ...options });
    context.setDefaultTimeout(MOST_MS);
    diary = keepDiary(context);
    await context.exposeBinding('tellViolation', (_source, text: string) => void complaints.push(text));
    await context.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const { tellViolation: tell } = globalThis as unknown as { tellViolation: (text: string) => void };
        tell(`${event.violatedDirective}: ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`);
      });
    });
    context.on('page', (page) => {
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
    });
    const openTab = async (path: string): Promise<Page> => {
      const page = await context.newPage();
      await open(page, path);
      return page;
    };
    const expectComplaints = (): readonly string[] => {
      areExpected = true;
      return complaints;
    };
    visit = { context, page: await context.newPage(), openTab, expectComplaints };
  });

  afterEach(async (test) => {
    await diary.tellFailure(test);
    await visit.context.close();
    if (!areExpected) expect(complaints, 'console errors and policy violations').toEqual([]);
  });

  return () => visit;
}

/** Goes to a page of the demo and waits until it shows its data. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  if (!path.includes('script-tag')) await page.locator('html[data-loaded]').waitFor({ state: 'attached' });
}
