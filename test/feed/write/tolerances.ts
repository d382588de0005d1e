import fc from 'fast-check';

/** What real feeds send for what the schema wants, and importers take. Each keeps what the feed means. */
const TOLERANCES: readonly ((xml: string) => string)[] = [
  (xml) =>
    xml
      .replaceAll('StartTime>', 'Starttime>')
      .replaceAll('EndTime>', 'Endtime>')
      .replaceAll('<StartTime/>', '<Starttime/>'),
  (xml) => xml.replaceAll('customLtiParam', 'CustomLtiParam'),
  (xml) => xml.replaceAll(/<(Mandatory|StartGuaranteed|PriceComplete)>true</g, '<$1>yes<'),
  (xml) => xml.replaceAll(/<(Mandatory|StartGuaranteed|PriceAgreement)>false</g, '<$1>No<'),
  (xml) => xml.replaceAll(/<(Price|VatAmount|PriceExemptAmount|VATExemptAmount)>(\d+)\.(\d\d)</g, '<$1>$2,$3<'),
  (xml) => xml.replaceAll(/<(Price|VatAmount)>(\d+\.\d\d)</g, '<$1>$200<'),
  (xml) => xml.replaceAll(/<(Duration|Percentage|Points)>(\d+)\.(\d+)</g, '<$1>$2,$3<'),
  (xml) => xml.replaceAll(/>(\d\d:\d\d)<\/(Start|End)Time>/g, '>$1:00</$2Time>'),
  (xml) => xml.replaceAll(/>0(\d:\d\d)<\/(Start|End)Time>/g, '>$1</$2Time>'),
  (xml) =>
    xml.replaceAll('Type>in-company<', 'Type>incompany<').replaceAll('Type>learning_bite<', 'Type>learning-bite<'),
  (xml) => xml.replaceAll('Type>event<', 'Type>evenement<').replaceAll('Type>book<', 'Type>books<'),
  (xml) =>
    xml.replaceAll(
      /<(PricePeriod|DurationUnit|Level)>([^<]+)</g,
      (_all, name: string, word: string) => `<${name}>${word.toUpperCase()}<`,
    ),
  (xml) =>
    xml.replaceAll(
      / *<(?:Images|VideoEmbed|AdditionalCosts|AllowedSites|PriceDiscounts|Moments|StartingDatePlaces|customLtiParams)\/>\n/g,
      '',
    ),
  (xml) => xml.replaceAll('</Product>', '<NotInTheSchema><a>b</a></NotInTheSchema></Product>'),
  (xml) => xml.replaceAll('<Price>', '<Price currency="EUR">'),
  (xml) => xml.replaceAll('  <Product>', '<!-- a course --><Product>\n<!-- Tom & Jerry -->'),
  (xml) =>
    xml.replaceAll(/<(?=Level|CrohoID|CreboID|Purpose|PriceInfo|Runtime|Completion)(\w+)>[^<]*<\/\1>/g, (element) =>
      element.replace('>', '>\n ').replace('</', ' \n</'),
    ),
  (xml) => xml.replaceAll('<?xml version="1.0" encoding="UTF-8"?>\n', ''),
  (xml) => xml.replaceAll('<Product>', '<Product>\r\n\t'),
];

/** Any of them together, everywhere but in texts that have markup of their own. */
export const arbitraryTolerances: fc.Arbitrary<(xml: string) => string> = fc
  .subarray([...TOLERANCES])
  .map((chosen) => (xml) => {
    const sections: string[] = [];
    const bare = xml.replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, (section) => `@@${sections.push(section) - 1}@@`);
    const tolerated = chosen.reduce((text, tolerate) => tolerate(text), bare);
    return tolerated.replaceAll(/@@(\d+)@@/g, (_all, index: string) => sections[Number(index)] ?? '');
  });
