import { formatMinor, type PriceCalculation } from '@enrollkit/core';
import type { Console } from '../console.js';
import { jsonText } from '../json-text.js';
import type { Report } from './report.js';

/**
 * A line of JSON per product, and a last one with the summary. Every line has all of its properties: `null` where there is
 * nothing to say. Without a last line the feed was not read to its end.
 */
export function jsonReport(console: Console): Report {
  const line = (value: unknown) => console.write(`${jsonText(value)}\n`);
  return {
    add: ({ id, name, price, entry }) =>
      line({
        id: id ?? null,
        name: name ?? null,
        ...priceColumns(price),
        issues: entry.issues.map(({ code, severity, path, line }) => ({ code, severity, path, line })),
      }),
    finish: ({ items, errors, warnings }, difference) =>
      line({
        summary: {
          products: items,
          errors,
          warnings,
          create: difference?.create.length ?? null,
          update: difference?.update.length ?? null,
          delete: difference?.delete.length ?? null,
        },
      }),
    giveUp: async () => undefined,
  };
}

function priceColumns(price: PriceCalculation | undefined): Record<'display' | 'total' | 'exemptTotal', string | null> {
  if (!price?.valid) return { display: null, total: null, exemptTotal: null };
  const { display, totalMinor, exemptTotalMinor } = price;
  return {
    display,
    total: display === 'on-request' ? null : formatMinor(totalMinor),
    exemptTotal: exemptTotalMinor === undefined ? null : formatMinor(exemptTotalMinor),
  };
}
