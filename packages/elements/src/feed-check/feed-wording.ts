import { formatBytes, formatDecimal, unbroken } from '../base/language/formats.js';
import type { FeedKind } from './feed-checker.js';
import type { EnrollkitElement } from '../base/enrollkit-element.js';
import { plainText } from '../base/language/plain-text.js';
import type { CommonTerms } from '../terms/common.js';
import type { Counted, FeedCheckTerms, FeedItemTerms, FeedProblemCode, FeedProblemFacts } from '../terms/feed-check.js';

/** What the parts of the element are given to speak with. */
export interface FeedWording {
  readonly t: FeedCheckTerms;
  readonly common: CommonTerms;
  readonly locale: string;
  readonly maxBytes: number;
}

/** The element, as its parts see it. */
export interface FeedHost extends EnrollkitElement {
  wording(): FeedWording;
}

/** What keeps a feed from being checked. */
export interface FeedProblem {
  readonly code: FeedProblemCode;
  /** An HTTP status. */
  readonly status?: number;
}

/** What to say of that which a feed is of. A host's own checker may know products only. */
export function itemTerms({ t }: FeedWording, kind: FeedKind | undefined): FeedItemTerms {
  return t.of[kind === 'trainers' ? kind : 'products'];
}

/** A number as the language writes it. */
export function written(count: number, { locale }: FeedWording): string {
  return formatDecimal(String(count), locale);
}

export function counted(count: number, wording: FeedWording): Counted {
  return { count, text: written(count, wording) };
}

/** One sentence on what happened and what to do. */
export function describeFeedProblem({ code, status = 0 }: FeedProblem, { t, locale, maxBytes }: FeedWording): string {
  const sentence = t.problems[code];
  const facts: FeedProblemFacts = { maxSize: formatSize(maxBytes, locale), status: String(status) };
  return typeof sentence === 'string' ? sentence : sentence(facts);
}

/** As `formatBytes`, for feeds of any size. */
export function formatSize(bytes: number, locale: string): string {
  if (bytes < 1e9) return formatBytes(bytes, locale);
  const format = new Intl.NumberFormat(locale, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 });
  return unbroken(format.format(bytes / 1e9));
}

/**
 * A text of the feed, on one line. Without the marks of direction, also inside a `<bdi>`: the mark that ends an isolation
 * gets out of it, and a second one then turns around what the element itself says behind it.
 */
export function shownText(text: string): string {
  return plainText(text.replace(/\s+/g, ' '));
}

/** A name in a sentence that is spoken, or where no `<bdi>` can hold it in. */
export function spokenName(name: string): string {
  return plainText(name).slice(0, 120);
}

/** Whether a check was closed while it was still being asked: nobody waits for that answer. */
export function isStopped(error: unknown): boolean {
  return (error as { readonly code?: unknown } | null | undefined)?.code === 'aborted';
}
