import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { ACTORS, type Role } from '../../demo/src/roles.js';
import { PAGE_NAMES, type PageName } from '../../demo/tooling/demo.js';
import { axeFindings, moving, overflow, ownFindings } from '../e2e/support/page-checks.js';
import { open, visitDemo } from '../e2e/support/visit.js';

const EVERYBODY = Object.keys(ACTORS) as Role[];
const LANGUAGES = ['nl', 'en'] as const;

interface PageCase {
  /** Where it is, with what it can show. */
  readonly paths: readonly string[];
  /** Who finds something there, who sees most first. Everybody else is told that it is for others. */
  readonly roles: readonly [Role, ...Role[]];
}

const PAGES: Readonly<Record<PageName, PageCase>> = {
  index: { paths: ['/index.html'], roles: ['provider', 'employer-hr', 'stranger', 'participant', 'platform-staff'] },
  enrollment: {
    paths: [
      '/enrollment.html?id=voorbeeld-gestart',
      '/enrollment.html?id=voorbeeld-afgerond-certificaat',
      '/enrollment.html?id=voorbeeld-zonder-certificering',
      '/enrollment.html?id=niemand',
    ],
    roles: ['provider', 'participant', 'employer-hr', 'platform-staff', 'stranger'],
  },
  dates: { paths: ['/dates.html'], roles: ['provider'] },
  date: { paths: ['/date.html?product=DW-401&start=DW-401-2611'], roles: ['provider'] },
  products: {
    paths: ['/products.html'],
    roles: ['provider', 'visitor', 'participant', 'employer-hr', 'platform-staff', 'stranger'],
  },
  product: {
    paths: ['/product.html?id=DW-102'],
    roles: ['provider', 'visitor', 'participant', 'employer-hr', 'platform-staff', 'stranger'],
  },
  certificates: { paths: ['/certificates.html'], roles: ['provider', 'platform-staff', 'participant', 'employer-hr'] },
  certifications: {
    paths: ['/certifications.html?product=DW-801&enrollment=voorbeeld-zonder-certificering'],
    roles: ['provider', 'platform-staff'],
  },
  feed: { paths: ['/feed.html'], roles: ['provider'] },
  trainer: { paths: ['/trainer.html'], roles: ['visitor'] },
  imports: { paths: ['/imports.html'], roles: ['provider'] },
  webhooks: { paths: ['/webhooks.html'], roles: ['provider'] },
  // Another site, in Dutch only, which has no roles.
  'script-tag': { paths: ['/script-tag.html'], roles: ['provider'] },
  '404': { paths: ['/404.html'], roles: ['provider'] },
};

interface Look {
  readonly name: PageName;
  readonly path: string;
  readonly role: Role;
  readonly language: (typeof LANGUAGES)[number];
}

/** All of it takes minutes: `npm run test:pages`. Else each page for each role that finds something there, in turns in each language. */
const IS_WHOLE = process.env.EVERY_PAGE === 'true';

const LOOKS: readonly Look[] = PAGE_NAMES.flatMap((name, at) => {
  const { paths, roles } = PAGES[name];
  return EVERYBODY.flatMap((role, turn) => {
    // Of what is for others one page tells enough, and of those to whom a page says much the same three.
    const isMeant = roles.slice(0, 3).includes(role) || (name === 'feed' && role === 'participant');
    if (!IS_WHOLE && !isMeant) return [];
    const turns = IS_WHOLE ? LANGUAGES : LANGUAGES.filter((_, index) => index === (at + turn) % LANGUAGES.length);
    const languages = name === 'script-tag' ? (['nl'] as const) : turns;
    const seen = IS_WHOLE || role === roles[0] ? paths : paths.slice(0, 1);
    return languages.flatMap((language) => seen.map((path) => ({ name, path, role, language })));
  });
});

/** In a whole run each page by itself, so that one sees how far it is; else a role keeps its records from page to page. */
const VISITS = EVERYBODY.flatMap((role) => {
  const looks = LOOKS.filter((look) => look.role === role);
  if (!IS_WHOLE) return [{ where: role, looks }];
  return PAGE_NAMES.flatMap((name) => {
    const onPage = looks.filter((look) => look.name === name);
    return onPage.length > 0 ? [{ where: `${role}, on ${name}`, looks: onPage }] : [];
  });
});

const OTHER_COLOURS = [{ colorScheme: 'dark' }, { colorScheme: 'light', forcedColors: 'active' }] as const;

/** How a page is before anything has come, when nothing can come, and where nobody has done anything yet. */
const STATES = ['loading', 'failing', 'empty'] as const;

const WITH_STATES = PAGE_NAMES.filter((name) => name !== 'script-tag' && name !== '404');
const VISITS_TO_STATES = STATES.flatMap((state) =>
  IS_WHOLE
    ? WITH_STATES.map((name) => ({ state, where: `${state}, on ${name}`, names: [name] }))
    : [{ state, where: state, names: WITH_STATES }],
);

describe('a page of the portal has no finding', () => {
  const visit = visitDemo({ viewport: { width: 1280, height: 800 } });
  const titles = new Map<string, PageName>();

  test.each(VISITS)('for $where', { timeout: 900_000 }, async ({ looks }) => {
    const { page } = visit();
    const found: string[] = [];
    for (const look of looks) {
      await speak(page, look.language);
      await open(page, withQuery(look.path, `as=${look.role}`));
      await settled(page);
      found.push(...(await findings(page, look)));
      // The tab says where one is: two pages never say the same.
      const title = `${look.role} ${look.language} ${await page.title()}`;
      const other = titles.get(title);
      if (other !== undefined && other !== look.name) found.push(`${look.name} and ${other} are both called ${title}`);
      titles.set(title, look.name);
    }
    expect(found).toEqual([]);
  });

  test.each(VISITS_TO_STATES)('while it is $where', { timeout: 900_000 }, async ({ state, names }) => {
    const { page, context, expectComplaints } = visit();
    await speak(page, 'nl');
    // What failed is told on the console too; and elements say that nobody has told them yet whom they are about.
    const complaints = expectComplaints();
    if (state === 'failing') {
      await context.route('**/voorbeeldcertificaat.pdf', (route) => route.abort());
    }
    // Another tab is filling the database, and never comes to an end.
    if (state === 'loading') {
      const other = await context.newPage();
      await other.goto('/favicon.svg');
      await other.evaluate(
        () => void navigator.locks.request('duinweg-sample-data', () => new Promise(() => undefined)),
      );
    }
    const found: string[] = [];
    for (const [at, name] of names.entries()) {
      const { paths, roles } = PAGES[name];
      const [path = ''] = paths;
      const [role] = roles;
      for (const language of IS_WHOLE ? LANGUAGES : LANGUAGES.filter((_, index) => index === at % 2)) {
        await speak(page, language);
        await page.goto(withQuery(path, `as=${role}${state === 'empty' ? '&sample=none' : ''}`));
        await page
          .locator(state === 'loading' ? 'html[data-ready]' : 'html[data-loaded]')
          .waitFor({ state: 'attached' });
        if (state === 'empty') await settled(page);
        found.push(...(await findings(page, { name, path, role, language }, { isRead: state === 'empty' })));
      }
    }
    const isMeant = (complaint: string): boolean => state === 'failing' || complaint.includes('has nothing to show');
    expect([...found, ...complaints.filter((complaint) => !isMeant(complaint))]).toEqual([]);
  });
});

/** How much of a page may move while it comes in. 0.1 is called good (Cumulative Layout Shift); this slow, more of it is seen. */
const MOST_MOVED = 0.15;

/** A browser that takes its time shows all that there is on the way. */
describe.each(IS_WHOLE ? [1280, 390] : [])('while it comes in slowly, %d px wide', (width) => {
  const visit = visitDemo({ viewport: { width, height: 844 } });
  // Rows of a list of people take their places as they come.
  const names = PAGE_NAMES.filter((name) => name !== 'date');

  test.each(names)('%s stays where it is', { timeout: 900_000 }, async (name) => {
    const { page, context, expectComplaints } = visit();
    // This slow, elements say that nobody has told them yet whom they are about.
    const complaints = expectComplaints();
    // A first visit fills the database, while nothing can be shown: that is looked at above.
    await open(page, '/index.html');
    await settled(page);
    await context.addInitScript(() => {
      let moved = 0;
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as unknown as readonly { readonly value: number }[]) moved += value;
        document.documentElement.dataset.moved = String(moved);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const slow = await context.newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 });
    const found: string[] = [];
    const { paths, roles } = PAGES[name];
    // What isn't there is told as soon as that is known.
    for (const path of paths.filter((each) => !each.includes('niemand')))
      for (const role of roles) {
        await open(page, withQuery(path, `as=${role}`));
        await settled(page);
        const moved = Number((await page.locator('html').getAttribute('data-moved')) ?? 0);
        if (moved > MOST_MOVED) found.push(`${path} for ${role} moved ${moved.toFixed(2)}`);
      }
    expect([...found, ...complaints.filter((each) => !each.includes('has nothing to show'))]).toEqual([]);
  });
});

const withQuery = (path: string, query: string): string => `${path}${path.includes('?') ? '&' : '?'}${query}`;

async function speak(page: Page, language: string): Promise<void> {
  if (page.url() === 'about:blank') await page.goto('/favicon.svg');
  await page.evaluate((chosen) => localStorage.setItem('portal-language', chosen), language);
}

/** Nothing is being read any more by anything that is seen: what this role doesn't get to see was never given a record. */
async function settled(page: Page): Promise<void> {
  const elements = page.locator('#main :is(:defined):visible');
  await expect
    .poll(() =>
      elements.evaluateAll((all) =>
        all.filter((each) => each.localName.includes('-') && each.matches(':state(loading)')),
      ),
    )
    .toEqual([]);
}

async function findings(
  page: Page,
  { name, path, role, language }: Look,
  { isRead = true } = {},
): Promise<readonly string[]> {
  // This visitor asked for less motion; and text would have too little contrast on the way from one colour to another.
  const found = [...(await moving(page)), ...(await axeFindings(page))];
  const isFirst = role === PAGES[name].roles[0] && isRead;
  // Only contrast is another in other colours.
  for (const colours of isFirst || IS_WHOLE ? OTHER_COLOURS : []) {
    await page.emulateMedia(colours);
    const inThem = await axeFindings(page, ['color-contrast']);
    found.push(...inThem.map((finding) => `${JSON.stringify(colours)}: ${finding}`));
  }
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
  found.push(...(await overflow(page, isFirst || IS_WHOLE ? [320, 640, 1280] : [320])));
  found.push(...(await ownFindings(page, { language: name === 'script-tag' ? 'nl' : language, isRead })));
  return found.map((finding) => `${path} for ${role} in ${language}: ${finding}`);
}
