import type { Product, Region } from '../product/product.js';
import { PROVINCES } from './places.js';

let byPlace: ReadonlyMap<string, Region> | undefined;

/**
 * The province of the Netherlands or Belgium that a place lies in, as a feed writes its places: `Utrecht`, `3511 AB Utrecht`,
 * `Utrecht (Jaarbeurs)`, `AMSTERDAM Zuidoost`. Nothing for `online`, for places elsewhere, and for a name that several
 * villages have.
 *
 * @example
 * regionOfPlace('Den Haag'); // { country: 'NL', name: 'Zuid-Holland' }
 * regionOfPlace('Online'); // undefined
 * Source: GeoNames; domain.md section 4, regions.
 */
export function regionOfPlace(place: string): Region | undefined {
  byPlace ??= indexPlaces();
  const words = plain(place.slice(0, MOST_CHARS)).split(' ').slice(0, MOST_WORDS);
  // The longest name from the front: `bergen op zoom` before `bergen`.
  for (let count = words.length; count > 0; count -= 1) {
    const region = byPlace.get(words.slice(0, count).join(' '));
    if (region) return region;
  }
  return undefined;
}

/**
 * Where a product is given: of its starts when it has any, else as it was published. Each region once, in the order in which
 * they come.
 *
 * @example
 * regionsOf({ startingDates: [{ place: 'Zwolle', ... }], regions: [] }); // [{ country: 'NL', name: 'Overijssel' }]
 */
export function regionsOf({ startingDates, regions }: Pick<Product, 'startingDates' | 'regions'>): readonly Region[] {
  if (startingDates.length === 0) return regions;
  const places = startingDates.flatMap(({ place, schedule }) => [place, ...schedule.map((day) => day.place)]);
  return [...new Set(places.map(regionOfPlace))].filter((region) => region !== undefined);
}

/** No place has a longer name. */
const MOST_CHARS = 100;
const MOST_WORDS = 6;

function indexPlaces(): ReadonlyMap<string, Region> {
  return new Map(
    PROVINCES.flatMap(({ country, name, places }) => {
      const region: Region = { country, name };
      return places.split('|').map((place) => [plain(place), region] as const);
    }),
  );
}

/** As everybody would spell it: no postcode, accent, case or punctuation. */
function plain(place: string): string {
  return place
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/^\s*(?:nl|be|b)?[\s-]*\d{4}\s*(?:[a-z]{2}\b)?/, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
