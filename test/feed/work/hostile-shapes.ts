import fc from 'fast-check';

/** What hostile feeds are made of: markup that begins and doesn't end, faults, and much of everything. */
const FRAGMENTS = [
  '<Product>',
  '</Product>',
  '<Product ID="',
  '<Product\n',
  '<Product><ID>x',
  '<product>',
  '<ID>1</ID>',
  '<Name>é</Name>',
  '<Name>a &amp; b</Name>',
  '<Price>1,5</Price>',
  '<Images><ImageUrl>x</ImageUrl></Images>',
  '<ImageUrl>http:/x</ImageUrl>',
  '<AdditionalCosts>',
  '<AdditionalCost><Type>other</Type><Price>1</Price><VatIncluded>no</VatIncluded><Mandatory>yes</Mandatory></AdditionalCost>',
  '<StartingDatePlaces>',
  '<StartingDatePlace><ID>1</ID><Startdate>2020-01-01</Startdate><Enddate>2019-01-01</Enddate><Place>U</Place></StartingDatePlace>',
  '<Trainers><Trainer><Email>a@b.nl</Email></Trainer></Trainers>',
  '<PePoints><PePoint><Organisation>a</Organisation><Points>0</Points></PePoint></PePoints>',
  '<Description><![CDATA[',
  '<Description><![CDATA[<p>tekst</p>]]></Description>',
  ']]>',
  ']]',
  '<!--',
  '-->',
  '--',
  '<?x ',
  '?>',
  '<!DOCTYPE',
  '<!',
  '</',
  '<',
  '<<<<<<<<',
  '>',
  '&',
  '&amp;',
  '&eacute;',
  '&#55357;',
  '&#x',
  '"',
  "'",
  ' a=',
  ' a="1"',
  'x=x',
  '\n',
  '\r',
  '\t \t',
  '\u0000',
  '\ufffe',
  'é',
  '💥',
  'lassen ',
  'https://',
  'a@',
  '-',
  '(',
  '1.250',
  'cafÃ©',
] as const;

/** One hostile feed of any length: what it begins with, and what comes again and again. */
export interface HostileShape {
  readonly start: string;
  readonly unit: string;
  readonly end: string;
}

const STARTS = [
  '<Products>',
  '<Products><Product>',
  '<Products><Product><ID>1</ID>',
  '<Products><Product><ID>1</ID><Language>ja</Language><Description><![CDATA[',
  '<Products><Product><ID>1</ID><StartingDatePlaces>',
  '<?xml version="1.0"?>\n<Products>\n',
] as const;
const ENDS = ['', '</Products>', ']]></Description></Product></Products>', '</Product></Products>'] as const;

export const hostileShape: fc.Arbitrary<HostileShape> = fc.record({
  start: fc.constantFrom(...STARTS),
  unit: fc.array(fc.constantFrom(...FRAGMENTS), { minLength: 1, maxLength: 5 }).map((parts) => parts.join('')),
  end: fc.constantFrom(...ENDS),
});

/** About `length` characters of a shape. */
export function hostileFeed({ start, unit, end }: HostileShape, length: number): string {
  return start + unit.repeat(Math.ceil(length / unit.length)) + end;
}
