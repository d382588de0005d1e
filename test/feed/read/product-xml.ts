/** The elements of a product that has all the schema wants and nothing else. */
const ELEMENTS: Readonly<Record<string, string>> = {
  ID: 'P-1',
  Name: 'Lassen',
  Description: 'Leer lassen.',
  Images: '',
  VideoEmbed: '',
  Language: 'nl',
  Price: '100.00',
  VatIncluded: 'no',
  VatAmount: '21.00',
  PricePeriod: 'all',
  AdditionalCosts: '',
  PriceComplete: 'true',
  CourseType: 'course',
  Duration: '2',
  DurationUnit: 'days',
  WebAddress: 'https://example.test/lassen',
  ProductType: 'open',
  AllowedSites: '',
  PriceDiscounts: '',
  Moments: '',
  StartingDatePlaces: '',
  customLtiParams: '',
};

/** One product, on one line, valid unless `changes` makes it otherwise. `undefined` leaves an element out. */
export function productXml(changes: Readonly<Record<string, string | undefined>> = {}, extra = ''): string {
  const elements = Object.entries({ ...ELEMENTS, ...changes })
    .filter(([, content]) => content !== undefined)
    .map(([name, content]) => `<${name}>${content}</${name}>`);
  return `<Product>${elements.join('')}${extra}</Product>`;
}

/** A feed with a product per line, the first on line 2. */
export function feedOf(...products: readonly string[]): string {
  return ['<Products>', ...products, '</Products>', ''].join('\n');
}
