import type { StartingDate, StartOffer } from '@enrollkit/core';
import { keyOf } from './offered-product.js';
import { NO_FILTER, shownStarts, type ShownStarts, type StartFilter } from './shown-starts.js';

/** How a person looks around in the starts: what is filtered, unfolded and open. */
export class StartBrowser {
  filter: StartFilter = NO_FILTER;
  showsAll = false;
  /** Of whom the course days are on the screen. */
  readonly openSchedules = new Set<string>();
  readonly #update: () => void;

  constructor(update: () => void) {
    this.#update = update;
  }

  /** Another product has come. */
  reset(): void {
    this.filter = NO_FILTER;
    this.showsAll = false;
    this.openSchedules.clear();
  }

  /** Whatever somebody looks for is all shown; `limit` is for those who only look. */
  show(offers: readonly StartOffer[], limit: number | undefined, chosenId: string | undefined): ShownStarts {
    const { filter, showsAll } = this;
    const isFiltered = filter.month !== '' || filter.place !== '';
    const shown = shownStarts(offers, { filter, limit: showsAll || isFiltered ? undefined : limit, chosenId });
    return { ...shown, isLimited: !isFiltered && limit !== undefined && shown.total > limit };
  }

  setFilter(filter: StartFilter): void {
    this.filter = filter;
    this.#update();
  }

  readonly toggleAll = (): void => {
    this.showsAll = !this.showsAll;
    this.#update();
  };

  readonly toggleSchedule = (start: StartingDate, isOpen: boolean): void => {
    const key = keyOf(start);
    if (this.openSchedules.has(key) === isOpen) return;
    if (isOpen) this.openSchedules.add(key);
    else this.openSchedules.delete(key);
    this.#update();
  };
}
