import { calculatePrice, type Issue, type PriceCalculation, type Product, type ProductField } from '@enrollkit/core';

/** What a conversion can tell. The first three lose something; with the last two the other side refuses what it is about. */
export const CONVERSION_FINDINGS = {
  'convert-lost': 'warning',
  'convert-changed': 'warning',
  'convert-assumed': 'warning',
  'convert-apart': 'warning',
  'convert-missing': 'error',
  'convert-refused': 'error',
} as const satisfies Record<string, Issue['severity']>;
export type ConversionCode = keyof typeof CONVERSION_FINDINGS;

/** `path` is the element of the feed that it is about. */
export interface ConversionIssue extends Issue {
  readonly code: ConversionCode;
}

/** Data as JSON has it. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [name: string]: Json;
}
export type JsonRecord = Record<string, Json | undefined>;

/** A product in another format, and what became of it on the way. */
export interface Conversion {
  /** Absent when the other side would refuse it. */
  readonly record?: JsonRecord;
  readonly issues: readonly ConversionIssue[];
}

export interface ConvertOptions {
  /** The moment of converting, for what wants to know when it was edited. */
  readonly now: string;
  readonly timeZone: string;
  /** Who offers the products, as the other side calls them. */
  readonly organisation: string;
  /** Makes HTML of a feed harmless. Without it no HTML is written. */
  readonly sanitize?: (html: string) => string;
  /** A UUID that is always the same for the same name. */
  readonly uuidOf?: (name: string) => string;
}

export interface ConvertContext {
  readonly product: Product;
  readonly options: ConvertOptions;
  readonly report: ConversionReport;
  /** What is being made. */
  readonly draft: JsonRecord;
}

/** What becomes of one field. Without `put` the format has no place for it: it is lost, and that is said. */
export interface FieldRule<Value> {
  readonly element: string;
  /** The other side refuses a product without it. */
  readonly isRequired?: boolean;
  readonly put?: (value: Value, context: ConvertContext) => void;
}

/** A format: every field of a product, so that a new one can't be forgotten. */
export type FieldTable = {
  readonly [Field in ProductField | 'id']: FieldRule<NonNullable<Product[Field]>>;
};

/** A format: its fields, and what it wants besides. */
export interface Format {
  readonly name: string;
  readonly fields: FieldTable;
  /** Makes what no single field says. Called before the fields. */
  readonly begin: (context: ConvertContext) => void;
}

export class ConversionReport {
  readonly #format: string;
  readonly #issues = new Map<string, ConversionIssue>();

  constructor(format: string) {
    this.#format = format;
  }

  get issues(): readonly ConversionIssue[] {
    return [...this.#issues.values()];
  }

  /** There is no place for it. */
  lost(element: string): void {
    this.#add('convert-lost', element);
  }

  /** It is there in other words, shorter or rounded. */
  changed(element: string, from: string, to: string): void {
    this.#add('convert-changed', element, { from: excerptOf(from), to: excerptOf(to) });
  }

  /** The format wants what the feed doesn't say. */
  assumed(name: string, value: string): void {
    this.#add('convert-assumed', name, { value });
  }

  /** It goes in records of its own: `to` is what to convert to for those. */
  apart(element: string, to: string): void {
    this.#add('convert-apart', element, { to });
  }

  missing(element: string): void {
    this.#add('convert-missing', element);
  }

  /** `rule` names what would be good: a code for the sentence. */
  refused(element: string, value: string, rule: ConversionRule): void {
    this.#add('convert-refused', element, { value: excerptOf(value), rule });
  }

  /** The same about several starts or costs is said once. */
  #add(code: ConversionCode, path: string, params: Issue['params'] = {}): void {
    const key = JSON.stringify([code, path, params]);
    if (this.#issues.has(key)) return;
    const severity = CONVERSION_FINDINGS[code];
    this.#issues.set(key, { code, severity, path, params: { ...params, format: this.#format } });
  }
}

/** Why the other side refuses a value. */
export type ConversionRule = 'id' | 'language' | 'for-some-sites' | 'client';

/** Converts one product. Never throws for what is in it. */
export function convertProduct(product: Product, format: Format, options: ConvertOptions): Conversion {
  const report = new ConversionReport(format.name);
  const context: ConvertContext = { product, options, report, draft: {} };
  format.begin(context);
  for (const [field, rule] of Object.entries(format.fields) as [ProductField | 'id', FieldRule<unknown>][]) {
    const value = product[field];
    if (!isGiven(value)) {
      if (rule.isRequired) report.missing(rule.element);
    } else if (rule.put) rule.put(value, context);
    else report.lost(rule.element);
  }
  const { issues } = report;
  return issues.some(({ severity }) => severity === 'error') ? { issues } : { record: context.draft, issues };
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** What is due for a product, when that is an amount. */
export function priceOf(product: Product): PriceCalculation | undefined {
  const price = calculatePrice(product);
  return price.display === 'on-request' ? undefined : price;
}

function excerptOf(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
