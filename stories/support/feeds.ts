/** A product of a feed with everything the schema asks for, changed where a story needs it. */
function product(changes: Readonly<Record<string, string>> = {}, name = 'PRINCE2 Foundation', id = 'P-1'): string {
  const words = 'In deze training leer je stap voor stap hoe je een project opzet, bewaakt en afrondt. ';
  const elements: Readonly<Record<string, string>> = {
    ID: id,
    Name: name,
    Description: `<![CDATA[<p>${words.repeat(12)}</p>]]>`,
    Images: '<ImageUrl>https://www.voorbeeld.nl/prince2.jpg</ImageUrl>',
    VideoEmbed: '',
    Language: 'nl',
    Price: '399.00',
    VatIncluded: 'no',
    VatAmount: '83.79',
    PriceExemptAmount: '499.00',
    PricePeriod: 'all',
    AdditionalCosts: `
        <AdditionalCost>
          <Type>accommodation</Type>
          <Price>50.00</Price>
          <VatIncluded>no</VatIncluded>
          <VatAmount>4.50</VatAmount>
          <Mandatory>true</Mandatory>
        </AdditionalCost>
        <AdditionalCost>
          <Type>other</Type>
          <TypeOther>Extra examenkosten</TypeOther>
          <Price>10.00</Price>
          <VatIncluded>no</VatIncluded>
          <VatAmount>2.10</VatAmount>
          <Mandatory>true</Mandatory>
        </AdditionalCost>
      `,
    PriceComplete: 'true',
    CourseType: 'training',
    Duration: '3',
    DurationUnit: 'days',
    WebAddress: 'https://www.voorbeeld.nl/prince2-foundation',
    ProductType: 'open',
    AllowedSites: '',
    PriceDiscounts: '',
    Moments: '',
    StartingDatePlaces: '',
    customLtiParams: '',
    ...changes,
  };
  const lines = Object.entries(elements).map(([element, content]) => `      <${element}>${content}</${element}>`);
  return `    <Product>\n${lines.join('\n')}\n    </Product>`;
}

function feed(...products: readonly string[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Products>\n${products.join('\n')}\n</Products>\n`;
}

/** Nothing wrong with it: 549,39 in all, 565,60 exempt from VAT. */
export const CLEAN_FEED = feed(product());

/** What real feeds get wrong: commas, spelling, missing and doubtful values. */
export const FAULTY_FEED = feed(
  product({ Price: '399,00', VatAmount: '83,79' }),
  product({ ProductType: 'incompany', VatAmount: '21', Price: '250.00' }, 'Leidinggeven in de praktijk', 'P-2'),
  product({ CourseType: 'evenement', Language: 'Nederlands' }, 'Netwerkdag voor praktijkopleiders', 'P-3'),
  product({ Description: 'Kort.', WebAddress: 'www.voorbeeld.nl/scrum' }, 'Scrum in één dag', 'P-4'),
  product({}, 'Scrum in één dag', 'P-4'),
);

/** The same fault in forty products. */
export const MANY_FAULTS_FEED = feed(
  ...Array.from({ length: 40 }, (_, at) => product({ Language: 'Nederlands' }, `Cursus ${at + 1}`, `P-${at + 1}`)),
);

/** The clean feed as it was: another price, a course that is gone, one that wasn't there. */
export const PREVIOUS_FEED = feed(
  product({ Price: '389.00', VatAmount: '81.69', Duration: '2' }),
  product({}, 'MSP Foundation', 'P-7'),
  product({}, 'IPMA-D', 'P-8'),
);

/** It breaks off in the middle of its second product. */
export const BROKEN_FEED = feed(product(), product({}, 'MSP Foundation', 'P-7')).slice(0, -900);

/** An ordinary web page, as people choose by mistake. */
export const NO_FEED = '<!doctype html>\n<html lang="nl">\n  <title>Onze cursussen</title>\n</html>\n';

/** A feed as a file. */
export const feedFile = (text: string, name = 'feed.xml'): File => new File([text], name, { type: 'text/xml' });
