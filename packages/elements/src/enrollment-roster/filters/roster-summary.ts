import type { EnrollmentRosterTerms } from '../../terms/enrollment-roster.js';
import type { RosterRows } from '../rows/roster-rows.js';
import type { RosterFilters } from './roster-filters.js';

/** How many there are, and of how many that is a part. */
export function rosterSummary(
  rows: RosterRows,
  filters: RosterFilters,
  { terms, isPrinting }: { readonly terms: EnrollmentRosterTerms; readonly isPrinting: boolean },
): string {
  if (rows.state.kind !== 'ready') return '';
  const { count, unfiltered, beyond } = rows;
  const shown = filters.counted(isPrinting ? rows.shown.length : count);
  // A browser that is told to print waits for nothing.
  if (shown.count < count) return terms.shownOf(shown.text, terms.participants(filters.counted(count)));
  if (beyond) {
    const all = terms.participants(filters.counted(beyond.total, beyond.hasMore));
    return beyond.total > count ? terms.shownOf(shown.text, all) : all;
  }
  const isPart = unfiltered !== undefined && unfiltered !== count;
  return isPart
    ? terms.shownOf(shown.text, terms.participants(filters.counted(unfiltered)))
    : terms.participants(shown);
}
