import { onPage } from '../base/page-events.js';
import { morePart } from './more/more-part.js';

const SIGNS = ['pointerover', 'focusin'];
const watched = new WeakSet<Document>();

/** Loads what a press on a pencil shows when pointer or focus come to one: by two listeners for all pencils of a page. */
export function loadWhenNear(page: Document): void {
  if (morePart.loaded || watched.has(page)) return;
  watched.add(page);
  const onSign = (event: Event): void => {
    const [near] = event.composedPath() as Partial<Element>[];
    if (!near?.matches?.('[part~="edit-button"]')) return;
    void morePart.load();
    for (const stop of stops) stop();
    // Where it couldn't be had, the next pencil that is rendered listens again.
    watched.delete(page);
  };
  const stops = SIGNS.map((sign) => onPage(page, sign, onSign));
}
