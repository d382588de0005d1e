import { checkProducts, locateField, readProducts } from '@enrollkit/feed';
import { expect, it } from 'vitest';
import { fieldLocator } from '../../../packages/feed/src/read/locate-field.js';
import { feedOf, productXml } from './product-xml.js';

const COST = '<AdditionalCost>\n<Type>lunch</Type><Price>x</Price><VatIncluded>no</VatIncluded></AdditionalCost>';
const START =
  '<StartingDatePlace><ID>1</ID>\n<Startdate>2020-01-01</Startdate><StartdateIsMonthOnly>false</StartdateIsMonthOnly>\n<Enddate>2020-01-02</Enddate><EnddateIsMonthOnly>false</EnddateIsMonthOnly><Place>U</Place></StartingDatePlace>';
const FEED = feedOf(
  productXml({
    AdditionalCosts: COST.repeat(20),
    StartingDatePlaces: START.repeat(20),
    Images: '<ImageUrl>x</ImageUrl>\n'.repeat(9),
  }),
);

it('finds every field at the same place, whether one is asked for or hundreds', async () => {
  const paths = new Set<string>();
  for await (const { issues } of checkProducts(FEED, { today: '2027-01-01' })) {
    for (const { path } of issues) paths.add(path);
  }
  expect(paths.size).toBeGreaterThan(40);
  for await (const entry of readProducts(FEED)) {
    const locate = fieldLocator(entry);
    for (const path of [...paths, 'startingDates[3].place', 'nothing[1].of.this']) {
      expect({ path, ...locate(path) }).toEqual({ path, ...locateField(entry, path) });
    }
  }
});
