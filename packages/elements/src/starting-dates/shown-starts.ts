import type { StartOffer } from '@enrollkit/core';

/** What a person looks for. Empty is everything. */
export interface StartFilter {
  /** `yyyy-mm` */
  readonly month: string;
  readonly place: string;
}

export const NO_FILTER: StartFilter = { month: '', place: '' };

/** With so few starts a person sees them all at a glance. */
const FEW_STARTS = 10;

export interface ShownStarts {
  readonly offers: readonly StartOffer[];
  /** How many there are, shown or not. */
  readonly total: number;
  /** How many answer the filter. */
  readonly found: number;
  /** What can be chosen in the filter; one alone is no choice. */
  readonly months: readonly string[];
  readonly places: readonly string[];
  /** Whether `limit` leaves any out. */
  readonly isLimited: boolean;
}

interface ShowOptions {
  readonly filter: StartFilter;
  /** Without one all are shown. */
  readonly limit: number | undefined;
  /** Stays in sight, whatever is looked for: it is what the form sends. */
  readonly chosenId: string | undefined;
}

/** Which starts of a long list are on the screen. */
export function shownStarts(all: readonly StartOffer[], { filter, limit, chosenId }: ShowOptions): ShownStarts {
  const isLong = all.length > FEW_STARTS;
  const fits = ({ start }: StartOffer): boolean =>
    !isLong ||
    ((!filter.month || monthOf(start.startDate) === filter.month) &&
      (!filter.place || placeOf(start.place) === filter.place));
  const found = all.filter(fits);
  const first = new Set(limit === undefined ? found : found.slice(0, limit));
  return {
    offers: all.filter((offer) => first.has(offer) || (chosenId !== undefined && offer.start.id === chosenId)),
    total: all.length,
    found: found.length,
    months: isLong ? several(all.map(({ start }) => monthOf(start.startDate))) : [],
    places: isLong ? several(all.map(({ start }) => placeOf(start.place)).toSorted((a, b) => a.localeCompare(b))) : [],
    isLimited: limit !== undefined && all.length > limit,
  };
}

function monthOf(day: string): string {
  return day.slice(0, 'yyyy-mm'.length);
}

/** Feeds write one place in several ways. */
function placeOf(place: string): string {
  const plain = place.trim().replace(/\s+/g, ' ').toLowerCase();
  return plain.charAt(0).toUpperCase() + plain.slice(1);
}

function several(values: readonly string[]): readonly string[] {
  const distinct = [...new Set(values)].filter((value) => value !== '');
  return distinct.length > 1 ? distinct : [];
}
