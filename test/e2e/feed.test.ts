import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { FeedCheck } from '@enrollkit/elements';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { open, visitDemo } from './support/visit.js';

const visit = visitDemo();
const OFFICIAL_EXAMPLE = fileURLToPath(new URL('../../../shared/reference/product_example_2_1.xml', import.meta.url));
const SAMPLE = readFileSync(new URL('../../demo/public/sample-products.xml', import.meta.url), 'utf8');
/** `548,79` with the spaces that Intl puts there. */
const euros = (amount: string): RegExp => new RegExp(`€\\s${amount}`);

const file = (name: string, text: string) => ({ name, mimeType: 'text/xml', buffer: Buffer.from(text) });

/** As the official example has it: 548.79 with all mandatory costs, 571.00 exempt from VAT. */
function product(changes: Readonly<Record<string, string>> = {}): string {
  const elements = {
    ID: 'E2E-1',
    Name: 'Lassen voor beginners',
    Description: `<![CDATA[<p>${'Leer in drie dagen hoe je veilig en netjes last. '.repeat(20)}</p>]]>`,
    Images: '',
    VideoEmbed: '',
    Language: 'nl',
    Price: '399.00',
    VatIncluded: 'no',
    VatAmount: '83.79',
    PriceExemptAmount: '499.00',
    PricePeriod: 'all',
    AdditionalCosts:
      '<AdditionalCost><Type>accommodation</Type><Price>50.00</Price><VatIncluded>no</VatIncluded><VatAmount>5.00</VatAmount>' +
      '<PriceExemptAmount>55.00</PriceExemptAmount><VATExemptAmount>5.00</VATExemptAmount><Mandatory>true</Mandatory></AdditionalCost>' +
      '<AdditionalCost><Type>other</Type><TypeOther>Extra examenkosten</TypeOther><Price>10.00</Price><VatIncluded>no</VatIncluded>' +
      '<VatAmount>1.00</VatAmount><PriceExemptAmount>11.00</PriceExemptAmount><VATExemptAmount>1.00</VATExemptAmount>' +
      '<Mandatory>true</Mandatory></AdditionalCost>',
    PriceComplete: 'true',
    CourseType: 'course',
    Duration: '3',
    DurationUnit: 'days',
    WebAddress: 'https://www.voorbeeld.nl/lassen',
    ProductType: 'open',
    AllowedSites: '',
    PriceDiscounts: '',
    Moments: '',
    StartingDatePlaces: '',
    customLtiParams: '',
    ...changes,
  };
  const lines = Object.entries(elements).map(([name, content]) => `    <${name}>${content}</${name}>`);
  return `  <Product>\n${lines.join('\n')}\n  </Product>`;
}

const feed = (...products: readonly string[]): string => `<Products>\n${products.join('\n')}\n</Products>\n`;
const choose = (page: Page, chosen: string | ReturnType<typeof file>): Promise<void> =>
  page.getByLabel(/Sleep de productfeed hierheen/).setInputFiles(chosen);

async function expectOfficialPrices(page: Page): Promise<void> {
  const check = page.locator('feed-check');
  const prices = check.locator('[part="prices"] > details');
  await prices.waitFor();
  if ((await prices.getAttribute('open')) === null) await prices.locator('summary').click();
  await check.locator('[part="total-amount"]', { hasText: euros('548,79') }).waitFor();
  await check.locator('[part="exempt"]', { hasText: euros('571,00') }).waitFor();
}

test.skipIf(!existsSync(OFFICIAL_EXAMPLE))(
  'the official example feed has no errors as importers read it, is explained in strict mode, and costs 548,79 or 571,00',
  async () => {
    const { page } = visit();
    const requests: string[] = [];
    await open(page, '/feed.html');
    page.on('request', (request) => {
      // Scripts of the page's own are the only thing that is fetched: the worker's, and what first speaks when it is done.
      if (!/\/assets\/(?:feed-worker|announcer)-[\w-]+\.js$/.test(request.url()))
        requests.push(`${request.method()} ${request.url()}`);
    });
    await choose(page, OFFICIAL_EXAMPLE);
    await expectOfficialPrices(page);
    expect(await page.locator('feed-check [part="verdict"]').innerText()).not.toMatch(/fout/);
    expect(requests).toEqual([]);

    await page.getByRole('radio', { name: 'Precies volgens het schema' }).check();
    await page.locator('feed-check [part="verdict"]').waitFor();
    const summary = () => page.locator('feed-check').evaluate((element: FeedCheck) => element.summary);
    await expect.poll(summary).toMatchObject({ isComplete: true, isOnPage: false });
    const found = await summary();
    if (found && found.errors + found.warnings > 0) {
      await page.locator('feed-check [part="snippet"] mark').first().waitFor();
      expect(await page.locator('feed-check .sentence-text').first().innerText()).toMatch(/\.$/);
    }
    await expectOfficialPrices(page);
  },
);

test('a feed of our own is checked in a worker, priced as the course page prices it, and stays in the browser', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  await choose(page, file('lassen.xml', feed(product())));
  await expectOfficialPrices(page);
  expect(await page.locator('feed-check').evaluate((element: FeedCheck) => element.summary?.isOnPage)).toBe(false);
});

test('a feed is planned, carried out, and its course is there; the courses that were not in it are gone', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  await choose(page, file('lassen.xml', feed(product())));
  await page.getByRole('button', { name: 'Plan bekijken' }).click();
  await page.getByText(/^1 nieuw, 0 gewijzigd, \d+ te verwijderen/).waitFor();
  // So much would be deleted that it takes a deliberate yes.
  await expect
    .poll(() => page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).isDisabled())
    .toBe(true);
  await page.getByRole('checkbox', { name: /voer deze wijzigingen toch door/ }).check();
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^Klaar\. Doorgevoerde wijzigingen: \d+/).waitFor();
  await open(page, '/products.html');
  await page.getByRole('link', { name: 'Lassen voor beginners' }).click();
  await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('548,79') }).waitFor();

  await open(page, '/feed.html');
  await choose(page, file('lassen.xml', feed(product({ Price: '409.00', VatAmount: '85.89' }))));
  await page.getByRole('button', { name: 'Plan bekijken' }).click();
  await page.getByText(/^0 nieuw, 1 gewijzigd, 0 te verwijderen/).waitFor();
  await page.locator('.changes del', { hasText: euros('399,00') }).waitFor();
  await page.locator('.changes ins', { hasText: euros('409,00') }).waitFor();
});

test('what goes says who is enrolled, and a course under a new ID is chosen with the keyboard, remembered and kept', async () => {
  const { page } = visit();
  // One course is under another ID, another one with enrollments is gone.
  const changed = SAMPLE.replace('<ID>DW-101</ID>', '<ID>DW-101-B</ID>').replace(
    /<Product>\s*<ID>DW-102<\/ID>[\s\S]*?<\/Product>/,
    '',
  );
  await open(page, '/feed.html');
  await choose(page, file('aanbod.xml', changed));
  const plan = page.getByRole('button', { name: 'Plan bekijken' });
  await plan.focus();
  await countFalls(page);
  await page.keyboard.press('Enter');
  await page.getByText(/^Op de cursussen die verdwijnen: \d+ inschrijving(en)?, waarvan \d+ nog open\.$/).waitFor();
  const first = page.locator('#steps > li').first();
  expect(await first.innerText()).toMatch(/^Verwijderen\s[^]*inschrijving(en)?, waarvan \d nog open$/);
  expect(await first.locator('svg').getAttribute('aria-hidden')).toBe('true');

  const group = page.getByRole('group', { name: /ID DW-101 wordt DW-101-B · \d+ inschrijvingen/ });
  const [same, two] = [
    group.getByRole('radio', { name: /^Dezelfde cursus/ }),
    group.getByRole('radio', { name: /^Twee/ }),
  ];
  expect(await same.isChecked()).toBe(true);
  await same.focus();
  await page.keyboard.press('ArrowDown');
  expect(await two.isChecked()).toBe(true);
  await page.getByRole('button', { name: 'Niet doorvoeren' }).click();
  await plan.click();
  await two.waitFor();
  expect(await two.isChecked()).toBe(true);
  await two.focus();
  await page.keyboard.press('ArrowUp');
  expect(await same.isChecked()).toBe(true);
  const scan = await new AxeBuilder({ page }).include('#planned').analyze();
  expect(scan.violations.map(({ id }) => id)).toEqual([]);
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^Klaar\. Doorgevoerde wijzigingen: \d+/).waitFor();
  expect(await page.evaluate('falls'), 'how often the focus fell to the page').toBe(0);
  await open(page, '/enrollment.html?id=voorbeeld-gestart');
  await page.locator('a[href="/product.html?id=DW-101-B"]').first().waitFor();
});

test('a feed whose page was closed while it was carried out can simply be dropped again', async () => {
  const { page, openTab } = visit();
  const products = Array.from({ length: 900 }, (_, index) => product({ ID: `E2E-${index}`, Name: `Lassen ${index}` }));
  const other = await openTab('/feed.html');
  await open(page, '/feed.html');
  for (const tab of [page, other]) {
    await choose(tab, file('lassen.xml', feed(...products)));
    await tab.getByRole('button', { name: 'Plan bekijken' }).waitFor();
  }
  const progress = await page.locator('#plan-text').evaluateHandle((text) => {
    const told: string[] = [];
    new MutationObserver(() => told.push(text.textContent)).observe(text, { childList: true });
    return told;
  });
  await page.getByRole('button', { name: 'Plan bekijken' }).click();
  await page.getByRole('checkbox', { name: /voer deze wijzigingen toch door/ }).check();
  await expect.poll(async () => (await progress.jsonValue()).at(-1)).toBe('900 cursussen');
  await page.locator('#plan-progress').waitFor({ state: 'hidden' });
  await hangHalfway(page);
  await page.getByRole('button', { name: 'Wijzigingen doorvoeren', exact: true }).click();
  await page.getByText(/^[1-9]\d* van \d+ gedaan/).waitFor();
  // Another tab sees that somebody is at it.
  await other.getByRole('button', { name: 'Plan bekijken' }).click();
  await other.getByText('Er loopt al een import.', { exact: false }).waitFor();
  await page.close();
  // The browser takes a moment to notice.
  await expect.poll(() => other.evaluate(async () => (await navigator.locks.query()).held?.length)).toBe(0);

  await other.getByRole('button', { name: 'Plan bekijken' }).click();
  await other.locator('#counts', { hasText: 'nieuw' }).waitFor();
  const [created = 0, , , unchanged = 0] = ((await other.locator('#counts').innerText()).match(/\d+/g) ?? []).map(
    Number,
  );
  expect(created).toBeGreaterThan(0);
  expect(unchanged).toBeGreaterThan(0);
  expect(created + unchanged).toBe(900);
});

test('a feed that breaks off says where, and shows what could be read', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  await choose(page, file('stuk.xml', feed('  <Product>\n    <ID>A-1</ID>\n    <Name>Half</Nam>\n  </Product>')));
  await page.getByText('Regel 4', { exact: false }).first().waitFor();
  await page.locator('feed-check mark', { hasText: '</Nam>' }).first().waitFor();
});

test('something that is no feed is refused in words', async () => {
  const { page } = visit();
  await open(page, '/feed.html');
  await choose(page, file('pagina.xml', '<html><body/></html>'));
  await page.getByText('Dit kon niet als productfeed worden gelezen.').first().waitFor();
  await page.getByText(/^Dit is een webpagina/).waitFor();
});

test('a course is booked with a chosen optional cost, and the enrollment is there', async () => {
  const { page } = visit();
  await open(page, '/product.html?id=DW-102');
  await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('3\\.189,04') }).waitFor();
  await page.getByRole('checkbox', { name: /Coaching/ }).check();
  await page.locator('price-breakdown [part="total-amount"]', { hasText: euros('3\\.406,84') }).waitFor();
  await page.locator('starting-dates').getByRole('radio').first().check();
  await page.getByLabel('Naam').fill('Hanna Smit');
  await page.getByLabel('E-mailadres').fill('hanna@voorbeeld.example');
  await page.getByRole('radio', { name: 'Ik boek voor een bedrijf of organisatie' }).check();
  await page.getByRole('button', { name: 'Boeken met betalingsverplichting' }).click();
  await page.getByRole('link', { name: 'Naar de inschrijving' }).click();
  await page.getByRole('heading', { name: 'Hanna Smit' }).waitFor();
  await page.locator('enrollment-status [part="label"]', { hasText: 'Ingeschreven' }).waitFor();
});

/** Of a file the second half never comes from now on, as from a disk that hangs. */
async function hangHalfway(page: Page): Promise<void> {
  await page.evaluate(() => {
    // oxlint-disable-next-line typescript/unbound-method -- called with its own `this` below
    const { stream } = Blob.prototype;
    Blob.prototype.stream = function (this: Blob) {
      let left = Math.floor(this.size / 2);
      const half = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(chunk, controller) {
          const part = chunk.subarray(0, left);
          left -= part.length;
          controller.enqueue(part);
          return left > 0 ? undefined : new Promise(() => undefined);
        },
      });
      return stream.call(this).pipeThrough(half);
    };
  });
}

/** Counts from now on how often what had the focus lost it to nothing (WCAG 2.4.3). */
async function countFalls(page: Page): Promise<void> {
  await page.evaluate(() => {
    const counting = Object.assign(globalThis, { falls: 0 });
    document.addEventListener('focusout', () =>
      setTimeout(() => {
        if (document.activeElement === document.body) counting.falls += 1;
      }),
    );
  });
}
