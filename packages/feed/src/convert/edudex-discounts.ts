import type { Product } from '@enrollkit/core';
import { ConversionReport, convertProduct, type ConvertOptions, type JsonRecord } from './conversion.js';
import type { Converter } from './converter.js';
import { EDUDEX } from './edudex.js';
import { edudexHeader, isOrgUnit } from './edudex-rules.js';

/**
 * EDU-DEX Data API 1.0.2: the discounts of each client, which a feed has with its products. Each record is the body of one
 * PUT. A product that EDU-DEX would refuse has no discount there either. Source: its public OpenAPI description.
 */
export function edudexDiscounts(options: ConvertOptions): Converter {
  /** By client and percentage, the programs. */
  const programs = new Map<string, Map<string, string[]>>();
  return {
    add(product) {
      if (product.discounts.length === 0) return { issues: [] };
      const { issues } = convertProduct(product, EDUDEX, options);
      const refusals = issues.filter(({ severity }) => severity === 'error');
      if (refusals.length > 0) return { issues: refusals };
      const report = new ConversionReport(EDUDEX.name);
      for (const [site, percentage] of discountsOf(product)) {
        if (!isOrgUnit(site)) report.refused('Discount/Go', site, 'client');
        else ofClient(programs, site, percentage).push(product.id);
      }
      return { issues: report.issues };
    },
    finish: () =>
      [...programs].map(([clientId, discounts]): JsonRecord => {
        const discount = [...discounts].map(([percentage, programId]) => ({
          // What the additional costs cost stays the same.
          costType: 'tuition fee',
          percentage,
          programId,
        }));
        return { ...edudexHeader(options), orgUnitId: options.organisation, clientId, discount };
      }),
  };
}

/** Of two for one site the first counts, as it does in the price. */
function discountsOf({ discounts }: Product): ReadonlyMap<string, string> {
  return new Map([...discounts].reverse().map(({ site, percentage }) => [site, percentage]));
}

function ofClient(programs: Map<string, Map<string, string[]>>, site: string, percentage: string): string[] {
  const discounts = programs.get(site) ?? new Map<string, string[]>();
  programs.set(site, discounts);
  const ids = discounts.get(percentage) ?? [];
  discounts.set(percentage, ids);
  return ids;
}
