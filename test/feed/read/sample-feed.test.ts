import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calculatePrice, type Product } from '@enrollkit/core';
import { locateField } from '@enrollkit/feed';
import { describe, expect, it } from 'vitest';
import { readAll, readGood } from './read-all.js';

const sample = new URL('../../../demo/public/sample-products.xml', import.meta.url);
const schema = new URL('../../../../shared/reference/product_2_1.xsd', import.meta.url);
const xmllintMissing = spawnSync('xmllint', ['--version']).error !== undefined;
const skipped = !existsSync(schema) ? '../shared/reference is not here' : xmllintMissing ? 'xmllint is missing' : '';

describe('the sample feed', () => {
  it('has nothing to remark on', async () => {
    const entries = await readAll(readFileSync(sample));
    expect(entries.flatMap(({ issues }) => issues)).toEqual([]);
    expect(entries.every(({ product }) => product !== undefined)).toBe(true);
  });

  it.skipIf(skipped !== '')(`is valid by the official schema${skipped && ` (skipped: ${skipped})`}`, () => {
    const args = ['--noout', '--schema', fileURLToPath(schema), fileURLToPath(sample)];
    expect(() => execFileSync('xmllint', args, { stdio: 'pipe' })).not.toThrow();
  });

  it('has at least twelve courses with a description of 150 words or more, and no two the same', async () => {
    const products = await readGood(readFileSync(sample));
    expect(products.length).toBeGreaterThanOrEqual(12);
    expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
    expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
    for (const { id, description } of products) {
      const words = description.replaceAll(/<[^>]+>/g, ' ').match(/\S+/g) ?? [];
      expect(words.length, id).toBeGreaterThanOrEqual(150);
    }
  });

  const forms: readonly (readonly [string, (product: Product) => boolean])[] = [
    [
      'a price without VAT and the VAT beside it',
      ({ price }) => price?.vat === 'excluded' && (price.vatMinor ?? 0) > 0,
    ],
    ['a price exempt from VAT', ({ price }) => price?.vat === 'exempt'],
    ['an alternative price exempt from VAT', ({ price }) => price?.exemptAmountMinor !== undefined],
    ['a free course', (product) => calculatePrice(product).display === 'free'],
    ['a course on request', (product) => calculatePrice(product).display === 'on-request'],
    ['a price per month', ({ price }) => price?.period === 'monthly'],
    ['a price per year', ({ price }) => price?.period === 'yearly'],
    ['a price per day', ({ price }) => price?.period === 'daily'],
    ['mandatory costs', ({ additionalCosts }) => additionalCosts.some(({ mandatory }) => mandatory)],
    ['optional costs', ({ additionalCosts }) => additionalCosts.some(({ mandatory }) => !mandatory)],
    ['a cost in words of its own', ({ additionalCosts }) => additionalCosts.some(({ typeOther }) => typeOther)],
    ['discounts per site', ({ discounts }) => discounts.length > 0],
    ['a group of sites', ({ productType, allowedSites }) => productType === 'group' && allowedSites.length > 0],
    ['an e-learning', ({ productType }) => productType === 'elearning'],
    ['a book', ({ productType }) => productType === 'book'],
    [
      'a start of which only the month is known',
      ({ startingDates }) => startingDates.some((s) => s.startDateIsMonthOnly),
    ],
    ['a start without seats', ({ startingDates }) => startingDates.some(({ availableSeats }) => availableSeats === 0)],
    ['a schedule', ({ startingDates }) => startingDates.some(({ schedule }) => schedule.length > 0)],
    ['points', ({ pePoints }) => pePoints.length > 0],
  ];

  it.each(forms)('shows %s', async (_form, holds) => {
    expect((await readGood(readFileSync(sample))).filter(holds)).not.toEqual([]);
  });

  it('adds up to prices that were worked out by hand', async () => {
    const products = new Map((await readGood(readFileSync(sample))).map((product) => [product.id, product]));
    const total = (id: string) => calculatePrice(products.get(id) as Product).totalMinor;
    expect(total('DW-101')).toBe(119500 + 25095 + (4500 + 405) + (3900 + 351));
    expect(total('DW-401')).toBe(26500 + 4500 + (2450 + 221));
    expect(calculatePrice(products.get('DW-102') as Product).exemptTotalMinor).toBe(265000 + 8900 + 801 + 11700 + 1053);
    expect(calculatePrice(products.get('DW-301') as Product)).toMatchObject({
      recurringMinor: 3509,
      oneOffMinor: 1815,
    });
  });

  it('tells where each field was', async () => {
    const text = readFileSync(sample, 'utf8');
    const lines = text.split('\n');
    const [entry] = await readAll(text);
    if (!entry) throw new Error('No entry was read');
    const { line, column } = locateField(entry, 'additionalCosts[1].vatMinor');
    expect(lines[line - 1]?.slice(column - 1)).toBe('<VatAmount>3.51</VatAmount>');
    const start = locateField(entry, 'startingDates[0].schedule[1].endTime');
    expect(lines[start.line - 1]?.slice(start.column - 1)).toBe('<EndTime>16:30</EndTime>');
    expect(locateField(entry, 'startingDates[1].schedule')).toEqual(locateField(entry, 'startingDates[1]'));
    expect(lines[entry.endLine - 1]).toBe('  </Product>');
  });
});
