import type { StartingDate } from '@enrollkit/core';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { warnOnce } from '../base/warn-once.js';
import type { OfferedProduct } from './offered-product.js';

/** Saves a start as a calendar file, by what loads with the first one. */
export async function offerCalendar(
  host: EnrollkitElement,
  start: StartingDate,
  { product, name }: { readonly product: OfferedProduct; readonly name: string },
): Promise<void> {
  try {
    const { saveCalendar } = await import('./save-calendar.js');
    saveCalendar(start, { product, name, timeZone: host.timeZone, now: host.now() });
  } catch (error) {
    warnOnce('no-calendar-file', [host.localName], error);
    host.announce(host.common.errors.internal);
  }
}
