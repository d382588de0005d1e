import {
  calculatePrice,
  dayOf,
  type Enrollment,
  type NewEnrollment,
  type PriceAudience,
  type PriceCalculation,
  type StartingDate,
  type StoredProduct,
} from '@enrollkit/core';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { ask } from '../base/events.js';
import type { Problem } from '../base/backend/problem.js';
import { may } from '../base/reading/may.js';
import type { CourseBookingTerms } from '../terms/course-booking.js';
import {
  EMPTY_DRAFT,
  rowFaults,
  withKnown,
  type Buyer,
  type Draft,
  type KnownParticipant,
  type Row,
  type RowOutcome,
} from './booking-draft.js';
import { bookingOf, chosenStart, detailOf } from './what-is-booked.js';
import { BookingSender, stopsTheRest, type Answer } from './booking-sender.js';
import type { BookDetail } from './course-booking-events.js';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.js';
import { PriceTold } from './price-told.js';
import { sentenceOf } from './say-refusal.js';

/** What is booked where, as the element says it now. */
interface BookingPlace {
  readonly product: StoredProduct | undefined;
  readonly productId: string | undefined;
  readonly employerId: string | undefined;
  readonly participants: string;
  readonly audience: PriceAudience;
  readonly site: string | undefined;
  readonly knownParticipant: KnownParticipant | undefined;
  readonly terms: CourseBookingTerms;
  /** Reads the product again. */
  readonly reload: () => void;
}

/** No code of an issue or error: nobody knows why. */
const NOT_SENT = 'not-sent';

/** Filling in a booking and sending it: what is chosen, what is under way, what became of it. */
export class BookingRun {
  draft: Draft = EMPTY_DRAFT;
  /** Whether somebody has tried to book: only then is anybody told what is missing. */
  isChecked = false;
  /** Number of the participant that is being sent; 0 when none is. */
  busyWith = 0;
  problem: Problem | undefined;
  readonly price: PriceTold;

  readonly #host: EnrollkitElement;
  readonly #read: () => BookingPlace;
  readonly #sender: BookingSender;
  #keptAs = '';
  #known = '';
  /** Code of why the backend refused the start or the product. */
  #refused: string | undefined;

  constructor(host: EnrollkitElement, place: () => BookingPlace) {
    this.#host = host;
    this.#read = place;
    this.#sender = new BookingSender(host);
    this.price = new PriceTold(host, () => this.#place.terms);
  }

  get #place(): BookingPlace {
    return this.#read();
  }

  /** What was filled in here before the page was loaded anew, or what the page knows of who books. */
  beginWith(): void {
    this.#takeKept();
    this.#takeKnown();
  }

  #takeKept(): void {
    const { productId, employerId, participants } = this.#place;
    const keptAs = `enrollkit.booking:${JSON.stringify([productId, employerId, participants])}`;
    if (keptAs === this.#keptAs) return;
    this.#keptAs = keptAs;
    const kept = keptDraft(keptAs);
    this.draft = kept?.draft ?? EMPTY_DRAFT;
    this.#sender.begin(kept?.keys);
    this.#known = '';
    this.#forgetFaults();
    this.price.forget();
  }

  /** Once, and only where nothing stands yet: whoever empties a field wants it otherwise. */
  #takeKnown(): void {
    const { name = '', email = '' } = this.#place.knownParticipant ?? {};
    const known = `${name} ${email}`.trim();
    if (known === this.#known) return;
    this.#known = known;
    this.draft = { ...this.draft, rows: withKnown(this.draft.rows, { name, email }) };
  }

  #forgetFaults(): void {
    this.isChecked = false;
    this.problem = this.#refused = this.price.change = undefined;
  }

  /** A price that changes while somebody fills in the form is told with both totals. */
  noticePrice(): void {
    const product = this.#place.product;
    if (!product || this.isDone) return;
    const of = JSON.stringify([product.id, this.draft.selectedCosts, this.#place.audience, this.#place.site]);
    this.price.see(of, this.calculate(product));
  }

  get isMany(): boolean {
    return this.#place.participants === 'many';
  }

  get rows(): readonly Row[] {
    return this.isMany ? this.draft.rows : this.draft.rows.slice(0, 1);
  }

  get booked(): readonly Enrollment[] {
    return this.rows.flatMap(({ outcome }) => (outcome?.kind === 'booked' ? [outcome.enrollment] : []));
  }

  get isDone(): boolean {
    return this.booked.length === this.rows.length;
  }

  get buyer(): Buyer | undefined {
    return this.#place.employerId ? 'company' : this.draft.buyer;
  }

  get today(): string {
    return dayOf(this.#host.now(), this.#host.timeZone);
  }

  /** Why the backend refused the start or the product, in words. */
  get refusal(): string | undefined {
    return this.#refused && sentenceOf(this.#refused, this.#place.terms);
  }

  change(part: Partial<Draft>): void {
    this.draft = { ...this.draft, ...part };
    if (!this.isDone) keepDraft(this.#keptAs, { draft: this.draft, keys: this.#sender.keys });
    this.#host.requestUpdate();
  }

  #changeRow(key: number, part: Partial<Row>): void {
    this.change({ rows: this.draft.rows.map((row) => (row.key === key ? { ...row, ...part } : row)) });
  }

  readonly onStart = ({ detail }: CustomEvent<{ readonly startingDateId: string }>): void => {
    this.#refused = undefined;
    this.change({ startingDateId: detail.startingDateId });
  };

  readonly onCosts = ({ detail }: CustomEvent<{ readonly selectedCosts: readonly string[] }>): void => {
    this.change({ selectedCosts: detail.selectedCosts });
  };

  readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const product = this.#place.product;
    if (!product || this.busyWith > 0) return;
    this.#forgetFaults();
    this.isChecked = true;
    this.#host.requestUpdate();
    if (this.hasFaults(product))
      this.#refuse(this.#place.terms.mend, '[aria-invalid="true"], .faulty input, .faulty .inner');
    else void this.#book(product);
  };

  #refuse(sentence: string, selector: string): void {
    this.#host.announce(sentence);
    void this.#focus(selector);
  }

  hasFaults(product: StoredProduct): boolean {
    return this.isStartMissing(product) || !this.buyer || rowFaults(this.rows).size > 0;
  }

  isStartMissing(product: StoredProduct): boolean {
    return product.startingDates.length > 0 && !this.startOf(product);
  }

  /** What the chosen start is, while it can be booked. */
  startOf(product: StoredProduct): StartingDate | undefined {
    return chosenStart(product, this.draft.startingDateId, { today: this.today, isBooked: this.booked.length > 0 });
  }

  calculate(product: StoredProduct): PriceCalculation {
    const { audience, site } = this.#place;
    return calculatePrice(product, { audience, selectedCosts: this.draft.selectedCosts, site });
  }

  #bookingOf(product: StoredProduct, row: Row): NewEnrollment {
    const { employerId, audience, site } = this.#place;
    return bookingOf(product, row, {
      price: this.calculate(product),
      start: this.startOf(product),
      selectedCosts: this.draft.selectedCosts,
      employerId,
      audience,
      site,
      isConsumer: this.buyer === 'consumer',
    });
  }

  async #book(product: StoredProduct): Promise<void> {
    const left = this.rows.filter(({ outcome }) => !outcome || outcome.kind === 'failed');
    const bookings = left.map((row) => [row, this.#bookingOf(product, row)] as const);
    if (bookings.length === 0) return;
    const detail = detailOf(bookings, this.draft.selectedCosts, this.calculate(product));
    // A page can let people sign in then, or book in its own way.
    if (!ask<BookDetail>(this.#host, 'ek-book', detail)) return;
    if (!may('enrollment.create', product)) {
      this.#refuse(this.#place.terms.signInFirst, '#sign-in');
      return;
    }

    // The keys are kept before anything is sent: an answer that is lost with the page is asked for again, not made again.
    for (const [, booking] of bookings) this.#sender.prepare(booking);
    this.change(detail.startingDateId === undefined ? {} : { startingDateId: detail.startingDateId });
    for (const [index, [row, booking]] of bookings.entries()) {
      this.busyWith = index + 1;
      this.#host.requestUpdate();
      await this.#host.updateComplete;
      const answer = await this.#sender.send(booking);
      this.#take(row, booking, answer);
      if (stopsTheRest(answer)) break;
    }
    this.busyWith = 0;
    this.#host.requestUpdate();
    this.#tellOutcome();
  }

  /** Shows one answer where it belongs. */
  #take(row: Row, booking: NewEnrollment, answer: Answer): void {
    if (answer.kind === 'price-changed') {
      this.price.hear(this.#place.product && this.calculate(this.#place.product), answer);
      this.#place.reload();
      return;
    }
    if (answer.kind === 'failed') {
      const [code] = answer.issues;
      const isKnown = code !== undefined && sentenceOf(code, this.#place.terms) !== undefined;
      if (!isKnown) this.problem = answer.problem;
      else if (code !== 'email-invalid') {
        this.#refused = code;
        this.#place.reload();
      }
      if (this.isMany || code === 'email-invalid') {
        this.#changeRow(row.key, { outcome: { kind: 'failed', why: isKnown ? code : answer.problem } });
      }
      return;
    }
    const outcome: RowOutcome = answer.kind === 'booked' ? answer : { kind: 'queued' };
    this.#changeRow(row.key, { outcome });
    if (answer.kind === 'queued') void this.#whenSent(row, booking, answer.sent);
  }

  async #whenSent(row: Row, booking: NewEnrollment, sent: Promise<unknown>): Promise<void> {
    try {
      this.#take(row, booking, this.#sender.booked(booking, (await sent) as Enrollment));
    } catch (error) {
      this.#changeRow(row.key, { outcome: { kind: 'failed', why: NOT_SENT } });
      this.#take(row, booking, this.#sender.failed(booking, error));
    }
    this.#tellOutcome();
  }

  #tellOutcome(): void {
    const terms = this.#place.terms;
    const booked = this.booked.length;
    if (this.isDone) {
      forgetDraft(this.#keptAs);
      void this.#focus('#receipt-heading');
    } else if (booked > 0) this.#host.announce(terms.someFailed(String(booked), String(this.rows.length)));
  }

  readonly onAgain = (): void => {
    this.#sender.begin();
    this.#known = '';
    this.#forgetFaults();
    this.change(EMPTY_DRAFT);
    void this.#focus('.inner, input');
  };

  async #focus(selector: string): Promise<void> {
    await this.#host.updateComplete;
    this.#host.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }
}
