/** How months begin in Dutch, English, German and French, enough of each to tell it from the others. */
const BEGINNINGS: readonly (readonly string[])[] = [
  ['jan'],
  ['feb', 'f\u00e9v', 'fev'],
  ['maa', 'mrt', 'mar', 'm\u00e4r'],
  ['apr', 'avr'],
  ['mei', 'may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'ao\u00fb', 'aou'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['dec', 'dez', 'd\u00e9c'],
];

/** The number of a month by its name, whole or cut; empty when it is none. */
export function monthOf(name: string): string {
  const lower = name.toLowerCase();
  const index = BEGINNINGS.findIndex((beginnings) => beginnings.some((beginning) => lower.startsWith(beginning)));
  return index === -1 ? '' : String(index + 1);
}
