import { existsSync, readFileSync } from 'node:fs';
import { describeFinding, type CheckedEntry } from '@enrollkit/feed';
import { en } from '@enrollkit/feed/terms/en.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import { describe, expect, it } from 'vitest';
import { checkAll, TODAY } from './support.js';

/** A report as a person reads it: each finding at its place, in both languages. */
function report(entries: readonly CheckedEntry[]): string {
  const lines = entries.flatMap(({ product, id, issues, price }) => [
    `== ${product?.id ?? id ?? '-'}: ${price?.valid ? price.totalMinor : 'no price'}`,
    ...issues.flatMap((issue) => [
      `${issue.line}:${issue.column} ${issue.severity} ${issue.code} ${issue.path}`,
      `  ${describeFinding(issue, nl)}`,
      `  ${describeFinding(issue, en)}`,
    ]),
  ]);
  return `${lines.join('\n')}\n`.replaceAll('\u00a0', ' ');
}

const file = (name: string) => new URL(`./golden/${name}`, import.meta.url);

describe('a feed as real ones are', () => {
  it.each(['tolerant', 'strict'] as const)('is told all that is wrong with it, %s', async (mode) => {
    const { entries } = await checkAll(readFileSync(file('oddities.xml')), { mode });
    await expect(report(entries)).toMatchFileSnapshot(file(`oddities.${mode}.txt`).pathname);
  });
});

describe('the sample feed', () => {
  it('has no errors, and warnings where it shows something unusual', async () => {
    const sample = new URL('../../../demo/public/sample-products.xml', import.meta.url);
    const { entries, summary } = await checkAll(readFileSync(sample), { today: TODAY, mode: 'strict' });
    const found = entries.flatMap(({ product, issues }) => issues.map(({ code }) => `${product?.id} ${code}`));
    expect(summary.errors).toBe(0);
    expect(found).toEqual([
      'DW-301 one-off-beside-recurring',
      'DW-302 one-off-beside-recurring',
      'DW-901 vat-rate-unusual',
    ]);
  });
});

const example = new URL('../../../../shared/reference/product_example_2_1.xml', import.meta.url);
const skipped = existsSync(example) ? '' : ' (skipped: ../shared/reference is not here)';

describe.skipIf(skipped !== '')(`the official example feed${skipped}`, () => {
  const everything = [
    '9 empty-element imageUrls[0]',
    '18 on-request-ignored price.onRequest',
    '22 empty-element additionalCosts[0].typeOther',
    '25 vat-rate-unusual additionalCosts[0].vatMinor',
    '26 exempt-amount-includes-vat additionalCosts[0].exemptAmountMinor',
    '35 vat-rate-unusual additionalCosts[1].vatMinor',
    '36 exempt-amount-includes-vat additionalCosts[1].exemptAmountMinor',
    '42 empty-element priceInfo',
    '55 empty-element runtime',
    '60 empty-element pdfBrochureUrl',
    '113 start-in-past startingDates[0].startDate',
    '119 seats-above-participants startingDates[0].maxSeats',
    '126 time-spelling startingDates[0].schedule[0].startTime',
    '133 time-spelling startingDates[0].schedule[1].startTime',
    '139 duplicate-start-id startingDates[1].id',
    '140 start-in-past startingDates[1].startDate',
    '146 seats-above-participants startingDates[1].maxSeats',
  ];

  it.each(['tolerant', 'strict'] as const)('has no errors, and all its oddities are explained, %s', async (mode) => {
    const { entries, summary } = await checkAll(readFileSync(example), { mode });
    const found = entries.flatMap(({ issues }) => issues.map(({ line, code, path }) => `${line} ${code} ${path}`));
    expect(summary).toMatchObject({ products: 1, errors: 0 });
    expect(found).toEqual(everything);
  });

  it('has nothing to remark on its dates when they were still to come, but for their one ID', async () => {
    const { entries } = await checkAll(readFileSync(example), { today: '2014-01-01' });
    const dates = entries.flatMap(({ issues }) => issues.filter(({ code }) => /start|end|day/.test(code)));
    expect(dates.map(({ code }) => code)).toEqual(['duplicate-start-id']);
  });

  it('costs 548.79, and 571.00 for whoever may buy exempt from VAT', async () => {
    const { entries } = await checkAll(readFileSync(example));
    expect(entries[0]?.price).toMatchObject({ totalMinor: 54879, exemptTotalMinor: 57100 });
  });
});
