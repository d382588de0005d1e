import { comparableName, type Issue, type PeOrganisation, type PePoint, type Product } from '@enrollkit/core';
import { excerpt } from '../../findings/excerpt.js';
import type { FindingParams } from '../../findings/finding-params.js';
import { CHECK_FINDINGS } from '../../findings/check-findings.js';
import type { CheckContext } from './check-context.js';
import { KnownOrganisations } from './known-organisations.js';

/** Continuing-education points. Source: domain.md section 4, PePoints. */
export function checkPoints({ pePoints }: Product, { report, organisations }: CheckContext): void {
  if (pePoints.length === 0) return;
  const seen = new Set<string>();
  pePoints.forEach((point, index) => {
    const { organisation, pointType, points } = point;
    const path = organisationPath(index);
    const unknown = unlisted(organisation, organisations);
    if (unknown) report('organisation-unlisted', path, unknown);
    const unknownType = unlistedType(point, organisations);
    if (unknownType) report('point-type-unlisted', typePath(index), unknownType);
    if (/^[0.]*$/.test(points)) report('points-zero', `pePoints[${index}].points`, { organisation });
    const key = `${(organisations?.find(organisation)?.id ?? organisation).toLowerCase()}\n${pointType.toLowerCase()}`;
    if (seen.has(key)) report('duplicate-points', path, { organisation, pointType });
    seen.add(key);
  });
}

/**
 * The organisations of a product's PE points that aren't in a list, and the kinds of points that aren't theirs, as an import
 * finds them: for a product that comes in without a feed.
 *
 * @example
 * checkOrganisations(product, [{ id: 'SKJ', name: 'Stichting Kwaliteitsregister Jeugd' }]);
 */
export function checkOrganisations(
  { pePoints }: Pick<Product, 'pePoints'>,
  list: readonly PeOrganisation[],
): readonly Issue[] {
  const organisations = new KnownOrganisations(list);
  const issue = (code: PointsCode, path: string, params: object | undefined): readonly Issue[] =>
    params ? [{ code, severity: CHECK_FINDINGS[code].severity, path, params: { ...params } }] : [];
  return pePoints.flatMap((point, index) => [
    ...issue('organisation-unlisted', organisationPath(index), unlisted(point.organisation, organisations)),
    ...issue('point-type-unlisted', typePath(index), unlistedType(point, organisations)),
  ]);
}

type PointsCode = 'organisation-unlisted' | 'point-type-unlisted';

const organisationPath = (index: number): string => `pePoints[${index}].organisation`;
const typePath = (index: number): string => `pePoints[${index}].pointType`;

/** What to say of an organisation; nothing of one that is in the list. */
function unlisted(
  organisation: string,
  organisations: KnownOrganisations | undefined,
): FindingParams['organisation-unlisted'] | undefined {
  if (!organisations || organisation === '' || organisations.find(organisation)) return undefined;
  const nearest = organisations.nearest(organisation);
  return { organisation: excerpt(organisation), ...(nearest && named(nearest)) };
}

/** What to say of a kind of points; nothing of one that its organisation has, or when nobody knows which it has. */
function unlistedType(
  { organisation, pointType }: PePoint,
  organisations: KnownOrganisations | undefined,
): FindingParams['point-type-unlisted'] | undefined {
  const known = organisations?.find(organisation);
  if (!organisations || !known?.pointTypes || pointType === '') return undefined;
  const wanted = comparableName(pointType);
  if (known.pointTypes.some((type) => comparableName(type) === wanted)) return undefined;
  const use = organisations.nearestType(known, pointType);
  return { pointType: excerpt(pointType), organisation: known.id, ...(use !== undefined && { use }) };
}

/** What to write, and what it stands for where that is more. */
function named({ id, name }: { readonly id: string; readonly name: string }): { use: string; name?: string } {
  return name === id ? { use: id } : { use: id, name };
}
