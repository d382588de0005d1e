/**
 * A written day of which a line never ends between the day and its month, in either order. It may beside a year or a dash.
 *
 * @example
 * unbrokenDay('13 september 2026'); // '13\u00a0september 2026'
 * unbrokenDay('September 13, 2026'); // 'September\u00a013, 2026'
 */
export function unbrokenDay(written: string): string {
  return written.replaceAll(/(?<!\d{3}|–) (?!–|\d{4})/g, '\u00a0');
}
