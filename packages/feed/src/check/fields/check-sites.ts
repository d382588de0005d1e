import type { Product } from '@enrollkit/core';
import type { CheckContext } from './check-context.js';

/** For whom the product is, and where. Source: domain.md section 4, AllowedSites and Regions. */
export function checkSites(product: Product, { report }: CheckContext): void {
  const { productType, allowedSites, regions, startingDates } = product;
  if (productType === 'group') {
    if (allowedSites.length === 0) report('group-without-sites', 'allowedSites', {});
  } else if (allowedSites.length > 0 && productType !== '') {
    report('sites-without-group', 'allowedSites[0]', { productType });
  }
  if (regions.length > 0 && startingDates.length > 0) report('regions-unused', 'regions[0]', {});
}
