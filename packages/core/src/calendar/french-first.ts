/**
 * A written day as French has it: the first of a month is an ordinal there, which `Intl` doesn't write.
 *
 * @example
 * frenchFirst('1 novembre 2026', 'fr'); // '1er novembre 2026'
 */
export function frenchFirst(written: string, locale: string): string {
  return locale.startsWith('fr') ? written.replaceAll(FIRST, '1er') : written;
}

/** Before a month, or before the dash to a later day: the one of "Salle 1 à Lille" is no day. */
const FIRST = /\b1(?=\s(–|ja|fé|ma|av|ju|ao|se|oc|no|dé))/g;
