import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { SHORT_LIVED_ARGS, WHOLE_CHROMIUM_PATH } from '../support/chromium-args.js';
import { keepDiary, type Diary } from './support/diary.js';
import { expectFocus } from './support/focus.js';
import { startLtiStage, type LtiStage } from './support/lti-stage.js';

const MOST_MS = 150_000;

let stage: LtiStage;
let browser: Browser;
let context: BrowserContext;
let complaints: string[];
let diary: Diary;
beforeAll(async () => {
  stage = await startLtiStage();
  // No site in a frame may keep anything.
  const args = [...SHORT_LIVED_ARGS, '--test-third-party-cookie-phaseout'];
  browser = await chromium.launch({ executablePath: WHOLE_CHROMIUM_PATH, args });
});
afterAll(async () => {
  await browser.close();
  await stage.stop();
});
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ locale: 'nl-NL' });
  // A launch is a dozen writes that a disk has to keep: on a busy one that takes its time.
  context.setDefaultTimeout(MOST_MS);
  diary = keepDiary(context);
  context.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  context.on('weberror', (error) => complaints.push(String(error.error())));
});
afterEach(async (test) => {
  await diary.tellFailure(test);
  expect(await context.cookies()).toEqual([]);
  await context.close();
  // A policy that is broken complains there.
  expect(complaints).toEqual([]);
});

/** Opens the course of the platform as somebody, and answers what is in its frame. */
async function openCourse(query: string): Promise<{ page: Page; frame: FrameLocator }> {
  const page = await context.newPage();
  await page.goto(`${stage.platform.url}/course?${query}`);
  return { page, frame: page.frameLocator('iframe') };
}

/** What axe finds in the frame; the page around it is the platform's. */
async function findings(page: Page): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ target }) => target.length > 1)
      .map(({ target, failureSummary = '' }) => `${id} at ${target.join(' ')}. ${failureSummary}`),
  );
}

test(
  'in a frame of another site and without a cookie, who teaches marks a participant, who sees it as their own',
  { timeout: 4 * MOST_MS },
  async () => {
    const learner = await openCourse('as=noor&storage');
    const own = learner.frame.locator('enrollment-status [part="label"]');
    await own.filter({ hasText: 'Gestart' }).waitFor();
    expect(await learner.frame.getByRole('button', { name: 'Status wijzigen' }).count()).toBe(0);
    // Nothing can be kept in this frame: what is shown is shown without a cookie.
    const inFrame = learner.page.frames()[1];
    expect(await inFrame?.evaluate(() => ((document.cookie = 'a=1; SameSite=None; Secure'), document.cookie))).toBe('');
    // The state was kept by the platform, and the frame is as tall as what is in it.
    expect(await learner.page.evaluate(() => (window as unknown as { stored: Map<string, string> }).stored.size)).toBe(
      1,
    );
    await learner.page.waitForFunction(() => Number(document.querySelector('iframe')?.height) !== 150);

    expect(await findings(learner.page)).toEqual([]);

    const teacher = await openCourse('as=teacher');
    await teacher.frame.getByText('Er staan hier nog geen deelnemers.').waitFor();
    expect(await findings(teacher.page)).toEqual([]);
    const update = teacher.frame.getByRole('button', { name: 'Deelnemers bijwerken uit de leeromgeving' });
    await update.press('Enter');
    const noor = teacher.frame.getByRole('listitem').filter({ hasText: 'Noor el Khatib' });
    await teacher.frame.getByText('de leeromgeving geeft geen e-mailadres door').waitFor();
    // The button that was pressed is another one now, and whoever pressed it is where the list begins.
    await expectFocus(teacher.frame.locator('main'));
    // A day and its time are never torn apart.
    expect(await teacher.frame.getByRole('status').first().textContent()).toMatch(
      /^Bijgewerkt op \d+\u00a0\w+\u00a0\d{4}\u00a0om\u00a0[\d:]+\.$/,
    );
    // When the platform says no, the list stays, and so does whoever pressed.
    const members = stage.platform.members;
    stage.platform.members = ['no list' as never];
    await update.press('Enter');
    await teacher.frame.locator('main > [role="alert"]').waitFor();
    // The browser says so too.
    await expect.poll(() => complaints.splice(0)).toEqual([expect.stringContaining('Failed to load resource')]);
    await expectFocus(update);
    await noor.waitFor();
    await teacher.frame.getByText(/^Bijgewerkt op/).waitFor();
    stage.platform.members = members;
    await noor.getByRole('button', { name: 'Status wijzigen' }).click();
    await noor.getByRole('radio', { name: 'No-show' }).waitFor();
    expect(await findings(teacher.page)).toEqual([]);
    await noor.getByRole('radio', { name: 'No-show' }).check();
    await noor.getByRole('button', { name: 'Bijwerken' }).click();
    await noor.locator('[part="label"]').filter({ hasText: 'No-show' }).waitFor();
    // The participant's page, which is still open, hears of it.
    await own.filter({ hasText: 'No-show' }).waitFor();
  },
);

test(
  'who teaches chooses by the keyboard what to place, and the platform gets it from the frame',
  { timeout: 4 * MOST_MS },
  async () => {
    const { page, frame } = await openCourse('as=teacher&choose');
    const element = frame.getByLabel('Onderdeel', { exact: true });
    const product = frame.getByLabel('Opleiding', { exact: true });
    const submit = frame.getByRole('button', { name: 'In de cursus zetten' });
    const value = (await product.locator('option').nth(1).getAttribute('value')) ?? '';
    expect(await findings(page)).toEqual([]);

    await element.focus();
    // The one option that begins so.
    await page.keyboard.press('p');
    await expect.poll(() => element.inputValue()).toBe('price-breakdown');
    await page.keyboard.press('Tab');
    await expectFocus(product);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => product.inputValue()).toBe(value);
    await page.keyboard.press('Tab');
    await expectFocus(submit);
    await page.keyboard.press('Enter');
    await frame.getByText(JSON.stringify({ element: 'price-breakdown', product_id: value })).waitFor();
  },
);

test(
  'who teaches finds a course by its name where there are more than a list holds',
  { timeout: 4 * MOST_MS },
  async () => {
    await stage.addCourses(600);
    const { page, frame } = await openCourse('as=teacher&choose');
    const name = frame.getByRole('searchbox', { name: 'Zoek op naam' });
    const product = frame.getByLabel('Opleiding', { exact: true });
    const said = frame.getByRole('status');
    await said.filter({ hasText: /^In de lijst: 500 van 6\d\d opleidingen\.$/ }).waitFor();
    expect(await findings(page)).toEqual([]);

    await name.focus();
    await page.keyboard.type('cursus 599');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: 'In de lijst: 1 van 1 opleidingen.' }).waitFor();
    await expectFocus(name);
    expect(await product.locator('option').allTextContents()).toEqual(['Cursus 599']);

    // What nobody found can't be placed, and the search goes on.
    await name.fill('bestaat niet');
    await page.keyboard.press('Enter');
    await said.filter({ hasText: 'Geen opleiding heeft dit in de naam.' }).waitFor();
    await frame.getByRole('button', { name: 'In de cursus zetten' }).click();
    await expectFocus(product);
    await name.fill('cursus 599');
    await frame.getByRole('button', { name: 'Zoeken' }).click();
    await expect.poll(() => product.inputValue()).toBe('more-599');
    await frame.getByRole('button', { name: 'In de cursus zetten' }).click();
    await frame.getByText(JSON.stringify({ element: 'enrollment-status', product_id: 'more-599' })).waitFor();
  },
);
