import type { Issue, PeOrganisation, Product } from '@enrollkit/core';
import { excerpt } from '../findings/excerpt.js';
import type { FindingParams } from '../findings/finding-params.js';
import { CHECK_FINDINGS } from '../findings/check-findings.js';
import type { CheckContext } from './check-context.js';
import { KnownOrganisations } from './known-organisations.js';

/** Continuing-education points. Source: domain.md section 4, PePoints. */
export function checkPoints({ pePoints }: Product, { report, organisations }: CheckContext): void {
  if (pePoints.length === 0) return;
  const seen = new Set<string>();
  pePoints.forEach(({ organisation, pointType, points }, index) => {
    const path = organisationPath(index);
    const unknown = unlisted(organisation, organisations);
    if (unknown) report('organisation-unlisted', path, unknown);
    if (/^[0.]*$/.test(points)) report('points-zero', `pePoints[${index}].points`, { organisation });
    const key = `${(organisations?.find(organisation)?.id ?? organisation).toLowerCase()}\n${pointType.toLowerCase()}`;
    if (seen.has(key)) report('duplicate-points', path, { organisation, pointType });
    seen.add(key);
  });
}

/**
 * The organisations of a product's PE points that aren't in a list, as an import finds them: for a product that comes in without
 * a feed.
 *
 * @example
 * checkOrganisations(product, [{ id: 'SKJ', name: 'Stichting Kwaliteitsregister Jeugd' }]);
 */
export function checkOrganisations(
  { pePoints }: Pick<Product, 'pePoints'>,
  list: readonly PeOrganisation[],
): readonly Issue[] {
  const organisations = new KnownOrganisations(list);
  const code = 'organisation-unlisted';
  return pePoints.flatMap(({ organisation }, index): Issue[] => {
    const params = unlisted(organisation, organisations);
    const { severity } = CHECK_FINDINGS[code];
    return params ? [{ code, severity, path: organisationPath(index), params: { ...params } }] : [];
  });
}

const organisationPath = (index: number): string => `pePoints[${index}].organisation`;

/** What to say of an organisation; nothing of one that is in the list. */
function unlisted(
  organisation: string,
  organisations: KnownOrganisations | undefined,
): FindingParams['organisation-unlisted'] | undefined {
  if (!organisations || organisation === '' || organisations.find(organisation)) return undefined;
  const nearest = organisations.nearest(organisation);
  return { organisation: excerpt(organisation), ...(nearest && named(nearest)) };
}

/** What to write, and what it stands for where that is more. */
function named({ id, name }: { readonly id: string; readonly name: string }): { use: string; name?: string } {
  return name === id ? { use: id } : { use: id, name };
}
