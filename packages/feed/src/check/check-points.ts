import type { Product } from '@enrollkit/core';
import type { CheckContext } from './check-context.js';

/** Continuing-education points. Source: domain.md section 4, PePoints. */
export function checkPoints({ pePoints }: Product, { report }: CheckContext): void {
  if (pePoints.length === 0) return;
  const seen = new Set<string>();
  pePoints.forEach(({ organisation, pointType, points }, index) => {
    if (/^[0.]*$/.test(points)) report('points-zero', `pePoints[${index}].points`, { organisation });
    const key = `${organisation.toLowerCase()}\n${pointType.toLowerCase()}`;
    if (seen.has(key)) report('duplicate-points', `pePoints[${index}].organisation`, { organisation, pointType });
    seen.add(key);
  });
}
