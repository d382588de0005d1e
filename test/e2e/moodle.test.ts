// The plugins for Moodle out of their zips, on pages as Moodle makes them (see test/support/moodle), and the real server at
// another origin: what is shown there was booked, marked and completed through the plugins.
import { readFileSync } from 'node:fs';
import { LOCALES } from '@enrollkit/core';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newProduct } from '../contract/records.js';
import { freePort } from '../support/free-port.js';
import { startMoodle, type Moodle } from '../support/moodle/start-moodle.js';
import { chooseCertificate, uploadButton } from './support/enrollment-page.js';
import { EVERY_ELEMENT, expectShown, TAGS } from './support/every-element.js';
import { startHostServer, type HostServer } from './support/host-server.js';
import { visitDemo } from './support/visit.js';

let server: HostServer;
let moodle: Moodle;
let site: Readonly<Record<'course' | 'everything' | 'learner' | 'teacher' | 'manager', number>>;
const visit = visitDemo({ baseUrl: () => moodle.url });

const TEXT = `<p>{enrollkit enrollment-status show-history}</p>
  <p>{enrollkit&nbsp;price-breakdown product-id=&quot;DW-101&quot; onclick="alert(1)" selectable}</p>`;
/** A feed is checked where it is made, which is no Moodle: its plugin leaves that element out. */
const IN_MOODLE = TAGS.filter((tag) => tag !== 'feed-check');
const EVERYTHING = IN_MOODLE.map((tag) => {
  const given = Object.entries<string | true>(EVERY_ELEMENT[tag].attributes);
  const attributes = given.map(([name, value]) => (value === true ? ` ${name}` : ` ${name}="${value}"`));
  return `<p>{enrollkit ${tag}${attributes.join('')}}</p>`;
}).join('\n');
const TELL = 'local_enrollkit\\local\\reconciler::reconcile';

beforeAll(async () => {
  const port = await freePort();
  server = await startHostServer(`http://127.0.0.1:${port}`, [newProduct('DW-101')]);
  moodle = await startMoodle(port);
  site = (await moodle.run(`
    set_config('server', '${server.url}', 'local_enrollkit');
    set_config('key', core\\encryption::encrypt('${server.key}'), 'local_enrollkit');
    set_config('providerid', '${server.providerId}', 'local_enrollkit');
    $course = add_course('BHV', 'DW-101', ['summary' => ${JSON.stringify(TEXT).replaceAll('$', '\\$')}]);
    $everything = add_course('Alles', '', ['summary' => ${JSON.stringify(EVERYTHING)}]);
    $manager = add_user('Sam', 'Beheer');
    $DB->insert_record('role_assignments', ['userid' => $manager, 'courseid' => 0, 'role' => 'manager']);
    enrol($learner = add_user('Noor', 'el Khatib'), $course);
    enrol($teacher = add_user('Kim', 'de Vries'), $course, 'editingteacher');
    ${TELL}($course, $learner);
    return compact('course', 'everything', 'learner', 'teacher', 'manager');
  `)) as typeof site;
});
afterAll(async () => {
  await moodle.stop();
  await server.stop();
  expect(moodle.complaints()).toBe('');
});

interface KitPage {
  readonly Enrollkit: { diagnose(): Promise<readonly { readonly code: string }[]> };
}

type Person = 'learner' | 'teacher' | 'manager' | 'visitor';

async function openCourse(person: Person, query = '', course = site.course): Promise<Page> {
  const { page, context } = visit();
  const value = String(person === 'visitor' ? 0 : site[person]);
  await context.addCookies([{ name: 'MoodleSession', value, url: moodle.url }]);
  await page.goto(`/course/view.php?id=${course}${query}`);
  return page;
}

const statusIn = (place: Page | Locator, word: string): Locator =>
  place.locator('enrollment-status [part~="label"]').filter({ hasText: word });
const total = (page: Page): Locator => page.locator('price-breakdown [part~="total-amount"]');

test('who is enrolled was booked, and sees it where the text names it, though that comes late', async () => {
  const page = await openCourse('learner', '&late');
  // Nothing of the kit is loaded for a page that has nothing of it.
  expect(await page.evaluate(() => 'Enrollkit' in globalThis)).toBe(false);
  await page.getByRole('button', { name: 'Meer' }).click();
  await statusIn(page, 'Ingeschreven').waitFor();
  await total(page).waitFor();
  expect(await page.locator('price-breakdown').evaluate((element) => element.getAttributeNames())).toEqual([
    'product-id',
    'selectable',
  ]);
  const findings = await page.evaluate(() => (globalThis as unknown as KitPage).Enrollkit.diagnose());
  // All it has to say is that the minifier was there.
  expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['changed-file']));
});

test.each([
  ['de', 'Angemeldet'],
  ['fr', 'Inscrit'],
])('a page in %s is spoken to in its own language, from a file of the plugin', async (language, enrolled) => {
  const page = await openCourse('learner', `&lang=${language}`);
  await statusIn(page, enrolled).waitFor();
});

test('every element that Moodle has shows its records to a manager, and does what it is for', async () => {
  const page = await openCourse('manager', '', site.everything);
  await expectShown(page.locator('main'), IN_MOODLE);
  for (const tag of IN_MOODLE) await EVERY_ELEMENT[tag].works(page.locator(`enrollkit-backend > ${tag}`));
});

test('a visitor sees what is public, by ES modules too, and nothing of the key is in the page', async () => {
  const page = await openCourse('visitor', '&esm');
  await total(page).waitFor();
  expect(await page.locator('enrollment-status').count()).toBe(0);
  expect(await page.content()).not.toContain(server.key);
});

test('a teacher marks in the block, under their own name; a completion in Moodle completes', async () => {
  const page = await openCourse('teacher', '&block');
  const row = page.locator('aside dl');
  await row.getByText('Noor el Khatib').waitFor();
  await row.getByRole('button', { name: 'Status wijzigen' }).click();
  await page.getByRole('radio', { name: 'No-show' }).check();
  await page.getByRole('button', { name: 'Bijwerken' }).click();
  await statusIn(row, 'No-show').waitFor();

  await moodle.run(`
    $DB->insert_record('course_completions', ['course' => ${site.course}, 'userid' => ${site.learner}, 'timecompleted' => time()]);
    ${TELL}(${site.course}, ${site.learner});
    ${TELL}(${site.course}, ${site.learner});
    return null;
  `);
  await openCourse('learner');
  await statusIn(page, 'Afgerond').waitFor();
  // Each once, though the second was told twice.
  await page.locator('enrollment-status').getByText('Moodle: cursus voltooid').waitFor();
  await page.locator('enrollment-status').getByText('gewijzigd door Kim de Vries').waitFor();
  expect(await page.getByRole('button', { name: 'Status wijzigen' }).count()).toBe(0);
});

test('on Moodle’s own records a teacher uploads a certificate, and the participant has completed and downloads it', async () => {
  const own = (await moodle.run(`
    set_config('way', 'moodle', 'local_enrollkit');
    $text = '{enrollkit price-breakdown}{enrollkit enrollment-status}{enrollkit certificate-list}';
    $course = add_course('EHBO', '', ['summary' => $text]);
    $reader = add_course('Certificaat', '', ['summary' => '{enrollkit certificate-upload enrollment-id=' . "$course-${site.learner}}"]);
    enrol(${site.learner}, $course);
    foreach ([$course, $reader] as $one) enrol(${site.teacher}, $one, 'editingteacher');
    return compact('course', 'reader');
  `)) as { course: number; reader: number };
  const page = await openCourse('teacher', '', own.reader);
  await chooseCertificate(page, 'demo/public/voorbeeldcertificaat.pdf');
  const stored = page.waitForResponse(/info=local_enrollkit_add_certificate/);
  await uploadButton(page).click();
  expect(await (await stored).json()).toMatchObject([{ error: false }]);

  await openCourse('learner', '', own.course);
  await statusIn(page, 'Afgerond').waitFor();
  const downloading = page.waitForEvent('download');
  await page
    .locator('certificate-list')
    .getByRole('button', { name: /^Downloaden/ })
    .click();
  const file = await (await downloading).path();
  expect(readFileSync(file).equals(readFileSync('demo/public/voorbeeldcertificaat.pdf'))).toBe(true);
  // Moodle knows no prices: nothing is shown for them.
  expect(await page.locator('price-breakdown').count()).toBe(0);
});

test('each plugin is a zip with one folder, with what was built and nothing of the workshop', () => {
  const zips = { local: 'local_enrollkit', block: 'block_enrollkit', filter: 'filter_enrollkit' };
  const names = Object.values(zips).flatMap((zip) => {
    const files = unzipSync(readFileSync(`packages/moodle/dist/${zip}.zip`));
    expect(Object.keys(files).every((name) => name.startsWith('enrollkit/'))).toBe(true);
    return Object.entries(files).map(([name, { length }]) =>
      `${zip}/${name.slice('enrollkit/'.length)} ${length > 0 ? '' : 'empty'}`.trim(),
    );
  });
  for (const name of [
    ...Object.values(zips).flatMap((zip) =>
      ['LICENSE', 'version.php', ...LOCALES.map((locale) => `lang/${locale}/${zip}.php`)].map(
        (file) => `${zip}/${file}`,
      ),
    ),
    'local_enrollkit/amd/build/kit.min.js',
    'local_enrollkit/amd/build/kit.min.js.map',
    'local_enrollkit/amd/src/kit.js',
    'local_enrollkit/js/esm/build/kit.js',
    'local_enrollkit/kit/enrollkit-rest-manual.iife.js',
    'local_enrollkit/kit/enrollkit-de.js',
    'local_enrollkit/kit/enrollkit-fr.js',
    'local_enrollkit/kit/third-party-licenses.txt',
    'local_enrollkit/thirdpartylibs.xml',
    'local_enrollkit/styles.css',
  ])
    expect(names).toContain(name);
  expect(names.filter((name) => /empty|iife\.js\.map|\.test\.|node_modules|package\.json/.test(name))).toEqual([]);
});
