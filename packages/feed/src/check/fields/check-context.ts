import type { CalendarDay, PriceCalculation } from '@enrollkit/core';
import type { FeedPosition } from '../../findings/feed-issue.js';
import type { CheckFindingCode } from '../../findings/check-findings.js';
import type { FindingParams } from '../../findings/finding-params.js';
import type { KnownOrganisations } from './known-organisations.js';

/** Takes note of one finding, at a path in the shape of the product. */
export type ReportFinding = <Code extends CheckFindingCode>(
  code: Code,
  path: string,
  params: FindingParams[Code],
) => void;

/** What a check may know besides the product. */
export interface CheckContext {
  readonly report: ReportFinding;
  /** Where a field was. Unpacks the places of the whole product: only for what is to be reported. */
  readonly locate: (path: string) => FeedPosition;
  readonly today: CalendarDay;
  readonly price: PriceCalculation;
  /** Absent: any organisation may give points. */
  readonly organisations: KnownOrganisations | undefined;
}
