/**
 * A written day as French has it: the first of a month is an ordinal there, which `Intl` doesn't write.
 *
 * @example
 * frenchFirst('1 novembre 2026', 'fr'); // '1er novembre 2026'
 */
export function frenchFirst(written: string, locale: string): string {
  return locale.startsWith('fr') ? written.replaceAll(/\b1(?=\s\D)/g, '1er') : written;
}
