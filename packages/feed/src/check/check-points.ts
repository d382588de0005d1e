import type { Product } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import type { CheckContext } from './check-context.js';

/** Continuing-education points. Source: domain.md section 4, PePoints. */
export function checkPoints({ pePoints }: Product, { report, organisations }: CheckContext): void {
  if (pePoints.length === 0) return;
  const seen = new Set<string>();
  pePoints.forEach(({ organisation, pointType, points }, index) => {
    const path = `pePoints[${index}].organisation`;
    const known = organisations?.find(organisation);
    if (organisations && !known && organisation !== '') {
      const nearest = organisations.nearest(organisation);
      report('organisation-unlisted', path, { organisation: excerpt(organisation), ...(nearest && named(nearest)) });
    }
    if (/^[0.]*$/.test(points)) report('points-zero', `pePoints[${index}].points`, { organisation });
    const key = `${(known?.id ?? organisation).toLowerCase()}\n${pointType.toLowerCase()}`;
    if (seen.has(key)) report('duplicate-points', path, { organisation, pointType });
    seen.add(key);
  });
}

/** What to write, and what it stands for where that is more. */
function named({ id, name }: { readonly id: string; readonly name: string }): { use: string; name?: string } {
  return name === id ? { use: id } : { use: id, name };
}
