import { meetsConditions, type Enrollment, type EnrollmentQuery } from '@enrollkit/core';
import { queryOf, type RosterFilter, type RosterOrder } from '../filters/roster-filter.js';

export interface RowsOptions {
  /** What the host asks for. */
  readonly base: () => EnrollmentQuery;
  readonly filter: () => RosterFilter;
  readonly order: () => RosterOrder;
  readonly size: () => number;
}

/**
 * What is asked of the backend, and who sorts and filters: first everything is asked for, and when that fits on a page the
 * list does it by itself. What must be done only the backend knows.
 */
export class RowQuestion {
  readonly #options: RowsOptions;
  /** Of which question of the host all rows are here, and what had been asked for them. */
  #whole: { readonly of: string; readonly query: EnrollmentQuery } | undefined;
  /** Of which there are more than a page holds. */
  #long: string | undefined;

  constructor(options: RowsOptions) {
    this.#options = options;
  }

  get isLocal(): boolean {
    return this.#whole?.of === this.#key && this.#options.filter().task === undefined;
  }

  get query(): EnrollmentQuery {
    if (this.isLocal && this.#whole) return this.#whole.query;
    const base = this.#options.base();
    const filter = this.#options.filter();
    const common = { ...base, orderBy: this.#options.order(), size: this.#options.size() };
    const isNarrowed = filter.task !== undefined || this.#long === this.#key;
    return isNarrowed ? { ...common, ...this.narrowing } : common;
  }

  /** What a person asks for beyond the host, which holds whatever an address says. */
  get narrowing(): EnrollmentQuery {
    const base = this.#options.base();
    const asked = Object.entries(queryOf(this.#options.filter()));
    return Object.fromEntries(asked.filter(([part]) => !Object.hasOwn(base, part))) as EnrollmentQuery;
  }

  /** The first page has come: whether it was all decides who goes on. Answers whether something else is asked now. */
  settle(isAll: boolean): boolean {
    const isDecided = this.isLocal || this.#long === this.#key || this.#options.filter().task !== undefined;
    if (isDecided) return false;
    if (isAll) this.#whole = { of: this.#key, query: this.query };
    else this.#long = this.#key;
    return true;
  }

  get #key(): string {
    return JSON.stringify([this.#options.base(), this.#options.size()]);
  }
}

/** Whether a row meets what is asked, as far as the row tells. */
export function meeting(query: EnrollmentQuery): (enrollment: Enrollment) => boolean {
  return (enrollment) => meetsConditions(enrollment, query);
}
