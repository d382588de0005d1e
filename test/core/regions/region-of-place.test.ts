import { regionOfPlace, regionsOf } from '@enrollkit/core/regions';
import { expect, test } from 'vitest';
import { newStart } from '../../contract/booking-cases.js';

test.each([
  ['Utrecht', 'NL Utrecht'],
  ['UTRECHT', 'NL Utrecht'],
  ['3511 AB Utrecht', 'NL Utrecht'],
  ['Utrecht (Jaarbeurs)', 'NL Utrecht'],
  ['Utrecht, Domplein 1', 'NL Utrecht'],
  ['Amsterdam Zuidoost', 'NL Noord-Holland'],
  ['Den Haag', 'NL Zuid-Holland'],
  ['’s-Gravenhage', 'NL Zuid-Holland'],
  ["'s-Hertogenbosch", 'NL Noord-Brabant'],
  ['Den Bosch', 'NL Noord-Brabant'],
  ['Bergen op Zoom', 'NL Noord-Brabant'],
  ['Bergen', 'NL Noord-Holland'],
  ['Zwolle', 'NL Overijssel'],
  ['Hengelo', 'NL Overijssel'],
  ['Liège', 'BE Luik'],
  ['Liege', 'BE Luik'],
  ['B-2800 Mechelen', 'BE Antwerpen'],
  ['Bruxelles', 'BE Brussel'],
  ['Hasselt', 'BE Limburg'],
])('%s lies in %s', (place, region) => {
  const found = regionOfPlace(place);
  expect(`${found?.country} ${found?.name}`).toBe(region);
});

test.each(['Online', 'online via Teams', '', 'nader te bepalen', 'Berlin', 'Alphen', 'x'.repeat(1_000_000)])(
  '%.20s lies in no province that anybody could name',
  (place) => {
    expect(regionOfPlace(place)).toBeUndefined();
  },
);

test('a product is where its starts and their course days are, and where it says so only without starts', () => {
  const day = { date: '2026-10-02', name: 'Dag 2', place: 'Arnhem' };
  const startingDates = [
    newStart('S1', { place: 'Zwolle' }),
    newStart('S2', { place: 'Online' }),
    newStart('S3', { place: 'Deventer', schedule: [day] }),
  ];
  const regions = [{ country: 'NL', name: 'Zeeland' }];
  expect(regionsOf({ startingDates, regions }).map(({ name }) => name)).toEqual(['Overijssel', 'Gelderland']);
  expect(regionsOf({ startingDates: [], regions })).toEqual(regions);
});
