import type { DateProblem, MarkupProblem, NoFeedProblem, ReferenceProblem, StartProblem } from './markup-problem.js';
type Nothing = Readonly<Record<never, never>>;
interface Element {
  readonly element: string;
}
interface Value extends Element {
  readonly value: string;
}
interface Spelling extends Value {
  readonly use: string;
}
interface Choice extends Value {
  /** Some or all of what it may be. */
  readonly allowed?: string;
  /** What is most like it. */
  readonly use?: string;
}
interface Reference {
  readonly problem: ReferenceProblem;
  readonly reference: string;
}
interface Limit {
  readonly limit: number;
}
interface Vat {
  readonly amountMinor: number;
  readonly vatMinor: number;
}
interface Url {
  readonly url: string;
}
interface Earlier {
  readonly firstLine: number;
}

/** The values that come with each finding, for its sentence. Days are `yyyy-mm-dd`, months `yyyy-mm`, amounts cents. */
export interface FindingParams {
  'not-a-product-feed': {
    readonly expected: string;
    /** Its root. */
    readonly element?: string;
    readonly problem: NoFeedProblem;
  };
  'doctype-refused': Nothing;
  'encoding-unknown': { readonly declared: string; readonly supported: string };
  'too-many-products': Limit;
  'too-many-bytes': Limit;
  'gzip-broken': Nothing;
  'gzip-too-large': Limit;
  'too-much-work': { readonly seconds: number };

  'malformed-xml': { readonly problem: MarkupProblem };
  'tag-mismatch': { readonly expected: string };
  'product-not-closed': Element;
  'bad-reference': Reference;
  'bad-character': Nothing;
  'unexpected-end': Nothing;
  'too-deep': Limit;
  'text-too-long': Limit;
  'too-many-attributes': Limit;
  'too-many-elements': Limit;
  'product-too-long': Element & Limit;
  'too-many-issues': { readonly count: number };

  'no-products': Element;
  'encoding-mismatch': { readonly declared: string; readonly used: string };
  'before-declaration': { readonly problem: StartProblem; readonly text?: string };
  'byte-misread': Element & { readonly byte: string; readonly character: string };
  'character-cut': Element & { readonly byte: string };
  'reference-spelling': Reference & { readonly use: string };

  'missing-element': Element;
  'empty-required': Element;
  'repeated-element': Element;
  'markup-in-text': Element & { readonly markup: string };
  'unknown-element': Element;
  'cost-unread': Element & { readonly use: string };
  'unknown-attribute': Element & { readonly attribute: string };
  'unexpected-text': Element;
  'element-left-out': Element;
  'element-spelling': Element & { readonly use: string };
  'newer-schema': Element & { readonly value?: string };
  'empty-element': Element;
  'empty-value': Element;
  'value-needed': Element & { readonly around?: string };
  'element-outside': Element & { readonly use: string };
  'record-left-out': Element;

  'unknown-value': Choice;
  'unlisted-value': Choice;
  'value-spelling': Spelling;
  'amount-comma': Spelling;
  'amount-spelling': Spelling;
  'amount-doubtful': Value & { readonly thousands: string; readonly decimals: string; readonly fits?: string };
  'amount-rounded': Spelling;
  'number-comma': Spelling;
  'not-a-number': Value;
  'not-a-whole-number': Value;
  'not-true-or-false': Value;
  'not-a-date': Value & {
    readonly problem: DateProblem;
    readonly use?: string;
    readonly min?: number;
    readonly max?: number;
  };
  'date-spelling': Spelling;
  'date-doubtful': Value & { readonly first: string; readonly second: string };
  'not-a-time': Value;
  'time-spelling': Spelling;
  'legacy-vat-included': Value;
  'language-unknown': { readonly value: string };
  'price-left-out': Nothing;
  'end-before-start': { readonly startDate: string; readonly endDate: string };
  // Of reading, which knows the text, or of core, which knows the amount.
  'amount-not-decimal': Partial<Value>;
  'amount-negative': Partial<Value>;
  'amount-too-large': Partial<Value>;

  'price-missing': Nothing;
  'price-incomplete': Nothing;
  'amount-not-whole-cents': { readonly amount: string };
  'vat-treatment-unknown': { readonly vat: string };
  'period-unknown': { readonly period: string };
  'vat-missing': Nothing;
  'included-vat-missing': Nothing;
  'vat-zero': Vat;
  'vat-on-exempt': { readonly vatMinor: number };
  'vat-exceeds-amount': Vat;
  'vat-looks-like-percentage': Vat & { readonly percentage: string };
  'vat-rate-unusual': Vat;
  'exempt-price-missing': Nothing;
  'exempt-amount-missing': Nothing;
  'exempt-amount-includes-vat': Vat & { readonly exemptAmountMinor: number; readonly exemptVatMinor: number };
  'on-request-ignored': { readonly productType: string };
  'cost-id-duplicate': { readonly id: string };
  'selected-cost-unknown': { readonly id: string };
  'discount-not-decimal': { readonly percentage: string };
  'discount-out-of-range': { readonly percentage: string };
  'discount-duplicate': { readonly site: string };

  'duplicate-id': Earlier & { readonly id: string };
  'duplicate-name': Earlier & { readonly name: string };
  'duplicate-email': Earlier & { readonly email: string };

  'id-is-folder': { readonly id: string };

  'text-over-limit': Element & { readonly length: number; readonly maximum: number };
  'name-has-markup': { readonly markup: string };
  'text-mojibake': Spelling;
  'text-character-lost': Value;
  'description-too-short': { readonly characters: number; readonly minimum: number };
  'description-few-words': { readonly words: number; readonly minimum: number };
  'description-tags': Element & { readonly tags: string };
  'description-attributes': Element & { readonly attributes: string };
  'description-escaped': Element;
  'study-load-incomplete': Element;

  'url-invalid': Url;
  'url-without-scheme': Url & { readonly use: string };
  'url-has-spaces': Url;
  'url-escaped': Url;
  'url-escaped-twice': Url;
  'url-not-public': Url & { readonly host: string };
  'url-placeholder': Url & { readonly host: string };
  'video-host': Url & { readonly host: string };
  'linkedin-host': Url & { readonly host: string };
  'email-invalid': { readonly email: string };
  'duplicate-trainer': { readonly email: string };

  'group-without-sites': Nothing;
  'sites-without-group': { readonly productType: string };
  'regions-unused': Nothing;

  'duplicate-start-id': Earlier & { readonly id: string };
  'duplicate-start': Earlier & { readonly startDate: string; readonly place: string };
  'start-in-past': { readonly startDate: string };
  'day-outside-course': { readonly date: string; readonly startDate: string; readonly endDate: string };
  'end-time-before-start-time': { readonly startTime: string; readonly endTime: string };

  'min-seats-above-max': { readonly minSeats: number; readonly maxSeats: number };
  'available-seats-above-max': { readonly availableSeats: number; readonly maxSeats: number };
  'seats-above-participants': Element & { readonly seats: number; readonly maxParticipants: number };
  'no-participants': Nothing;

  'price-hidden': { readonly amountMinor: number };
  'in-company-price-shown': { readonly amountMinor: number };
  'one-off-beside-recurring': {
    readonly recurringMinor: number;
    readonly oneOffMinor: number;
    readonly period: string;
  };
  'cost-type-other-missing': Nothing;
  'cost-type-other-unused': { readonly type: string; readonly typeOther: string };
  'exempt-price-of-exempt': { readonly exemptAmountMinor: number };
  'exempt-cost-unused': Nothing;

  /** Not in the list of the host. `use`: the id of the nearest in it, with its name where that says more. */
  'organisation-unlisted': { readonly organisation: string; readonly use?: string; readonly name?: string };
  /** Not among those that the list of the host gives this organisation. `use`: the nearest of them. */
  'point-type-unlisted': { readonly pointType: string; readonly organisation: string; readonly use?: string };
  'points-zero': { readonly organisation: string };
  'duplicate-points': { readonly organisation: string; readonly pointType: string };

  /** `productId`: a product that isn't changed by this feed. */
  'name-taken': { readonly name: string; readonly productId: string };
  'nothing-deleted': { readonly count: number; readonly firstLine: number };
}
