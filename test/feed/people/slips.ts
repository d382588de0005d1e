/** A byte of windows-1252, until the feed becomes bytes. */
const ODD_QUOTE = '\uE093';

/** What somebody made of one product's XML; the same when there was nothing to slip on. */
export type Slip = (xml: string, pick: <Choice>(choices: readonly Choice[]) => Choice) => string;

const MONTHS = ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus'];

function onDate(write: (year: string, month: string, day: string) => string): Slip {
  return (xml, pick) => {
    const element = pick(['Startdate', 'Enddate', 'Date']);
    return xml.replace(
      new RegExp(`<${element}>(\\d{4})-(\\d\\d)-(\\d\\d)<`),
      (_all, year: string, month: string, day: string) => `<${element}>${write(year, month, day)}<`,
    );
  };
}

function onWord(from: RegExp, ...to: readonly string[]): Slip {
  return (xml, pick) => xml.replace(from, pick(to));
}

/** How people and their programs write a feed. Each has exactly one reading. */
export const SLIPS: Readonly<Record<string, Slip>> = {
  'day first': onDate((year, month, day) => `${day}-${month}-${year}`),
  slashes: onDate((year, month, day) => `${year}/${month}/${day}`),
  'no hyphens': onDate((year, month, day) => year + month + day),
  'month by name': onDate((year, month, day) => `${Number(day)} ${MONTHS[Number(month) - 1]} ${year}`),
  'month first': onDate((year, month, day) => `${month}/${day}/${year}`),
  'with a time': onDate((year, month, day) => `${year}-${month}-${day}T00:00:00`),
  'a point in a time': (xml) => xml.replace('>09:00<', '>9.00<'),
  'hours in words': (xml, pick) => xml.replace('>17:30<', pick(['>17.30 uur<', '>17u30<', '>5:30 PM<', '>17:30:00<'])),
  'yes in words': onWord(/>true</, '>ja<', '>yes<', '>1<', '>TRUE<', '>Waar<'),
  'no in words': onWord(/>false</, '>nee<', '>no<', '>0<', '>False<'),
  'a language by name': onWord(
    /<Language>nl</,
    '<Language>Nederlands<',
    '<Language>dut<',
    '<Language>nl-NL<',
    '<Language>NL<',
  ),
  'a comma': (xml) => xml.replace(/<(Price|VatAmount)>(\d+)\.(\d\d)</, '<$1>$2,$3<'),
  'a currency': (xml, pick) =>
    xml.replace(/<(Price|VatAmount)>(\d+\.\d\d)</, pick(['<$1>€ $2<', '<$1>EUR $2<', '<$1>$2 €<'])),
  'thousands and cents': (xml, pick) =>
    xml.replace(/<Price>(\d)(\d{3})\.(\d\d)</, pick(['<Price>$1.$2,$3<', '<Price>$1,$2.$3<', '<Price>$1 $2,$3<'])),
  'no cents': (xml, pick) =>
    xml.replace(/<Price>(\d+)\.00</, pick(['<Price>$1,-<', '<Price>$1,--<', '<Price>$1,\u2014<', '<Price>$1,=<'])),
  'nothing to be seen': (xml, pick) =>
    xml.replace(/<Price>(\d+\.\d\d)</, pick(['<Price>\u200b$1<', '<Price>$1\u2060<', '<Price>\u00a0$1\u200e<'])),
  'a percent sign': (xml) => xml.replace('<Percentage>12.5<', '<Percentage>12,5<').replace('12,5<', '12.5%<'),
  'a dash in a name': (xml) => xml.replaceAll(/(<\/?)PricePeriod>/g, '$1Price-Period>'),
  'other capitals': (xml) => xml.replaceAll(/(<\/?)customLtiParams/g, '$1CustomLtiParams'),
  'an underscore': (xml) => xml.replaceAll(/(<\/?)StartTime>/g, '$1Start_Time>'),
  'a word in capitals': onWord(/>in-company</, '>In Company<', '>incompany<', '>In-Company<'),
  'another dash': onWord(/>learning_bite</, '>learning-bite<', '>Learning Bite<'),
  'a unit in Dutch': onWord(/>days</, '>dagen<', '>Days<', '>day<'),
  'a type in one word': onWord(/>educational program</, '>Educational-Program<', '>educationalprogram<'),
  'an entity of HTML': (xml) => xml.replace('Café', 'Caf&eacute;'),
  'a plain ampersand': (xml) => xml.replace('Café &amp;', 'Café &'),
  'an emoji in halves': (xml) => xml.replace('🔥', '&#55357;&#56613;'),
  'a byte of another encoding': (xml) => xml.replace('“', ODD_QUOTE),
  'costs without their list': (xml) => xml.replace(/<\/?AdditionalCosts>/g, ''),
  'no empty list': (xml) => xml.replace(/ *<(?:Images|AllowedSites|VideoEmbed)\/>\n/, ''),
  'white space around': (xml) => xml.replace('>all<', '> all\n<'),
};

/** The feed as it is sent: with the bytes that no text has. */
export function bytesOf(feed: string): Uint8Array {
  return Uint8Array.from(
    feed.split(ODD_QUOTE).flatMap((part, index) => [...(index > 0 ? [0x93] : []), ...new TextEncoder().encode(part)]),
  );
}
