type Severity = 'error' | 'warning';
/** `loses`: what the feed says there isn't read, so whoever writes the feed anew loses it. */
type Table = Record<string, { readonly severity: Severity; readonly strict: Severity; readonly loses?: true }>;

/**
 * About the feed, its XML and its elements. `severity` is how a tolerant importer takes it; `strict` how the schema
 * does. A tolerance is a `warning` whose `strict` is `error`. Source: domain.md section 4, the product schema.
 */
const STRUCTURE = {
  // The whole feed can't be read: thrown.
  'not-a-product-feed': { severity: 'error', strict: 'error' },
  'doctype-refused': { severity: 'error', strict: 'error' },
  'encoding-unknown': { severity: 'error', strict: 'error' },
  'too-many-products': { severity: 'error', strict: 'error' },
  'too-many-bytes': { severity: 'error', strict: 'error' },
  'gzip-broken': { severity: 'error', strict: 'error' },
  'gzip-too-large': { severity: 'error', strict: 'error' },
  'too-much-work': { severity: 'error', strict: 'error' },

  // One product can't be read; the next one can.
  'malformed-xml': { severity: 'error', strict: 'error' },
  'tag-mismatch': { severity: 'error', strict: 'error' },
  'product-not-closed': { severity: 'error', strict: 'error' },
  'bad-reference': { severity: 'error', strict: 'error' },
  'bad-character': { severity: 'error', strict: 'error' },
  'unexpected-end': { severity: 'error', strict: 'error' },
  'too-deep': { severity: 'error', strict: 'error' },
  'text-too-long': { severity: 'error', strict: 'error' },
  'too-many-attributes': { severity: 'error', strict: 'error' },
  'too-many-elements': { severity: 'error', strict: 'error' },
  'product-too-long': { severity: 'error', strict: 'error' },
  'too-many-issues': { severity: 'error', strict: 'error' },

  // About the document around the products.
  'no-products': { severity: 'error', strict: 'error' },
  'encoding-mismatch': { severity: 'warning', strict: 'error' },
  /** White space, a second byte order mark, a comment or a message of a program before the XML declaration. */
  'before-declaration': { severity: 'warning', strict: 'error' },

  // About characters.
  /** A byte of windows-1252 in what should be UTF-8: read as what it is. */
  'byte-misread': { severity: 'warning', strict: 'error' },
  /** A part of a character. */
  'character-cut': { severity: 'error', strict: 'error' },
  /** A reference that isn't one of XML, and can only mean one thing. */
  'reference-spelling': { severity: 'warning', strict: 'error' },

  // About elements.
  'missing-element': { severity: 'error', strict: 'error' },
  /** A required element that is there, and empty: the schema takes that for a text, and nobody can use it. */
  'empty-required': { severity: 'error', strict: 'error' },
  'repeated-element': { severity: 'error', strict: 'error' },
  'markup-in-text': { severity: 'error', strict: 'error' },
  'unknown-element': { severity: 'warning', strict: 'error', loses: true },
  /** In an element that isn't read: what is due would be too low. */
  'cost-unread': { severity: 'error', strict: 'error' },
  'unknown-attribute': { severity: 'warning', strict: 'error', loses: true },
  'unexpected-text': { severity: 'warning', strict: 'error', loses: true },
  /** An element that the schema wants to be there, even empty. */
  'element-left-out': { severity: 'warning', strict: 'error' },
  'element-spelling': { severity: 'warning', strict: 'error' },
  'newer-schema': { severity: 'warning', strict: 'error' },
  /** An empty element where the schema takes any text: leave it out instead. */
  'empty-element': { severity: 'warning', strict: 'warning' },
  /** An empty element where the schema wants a number, a date or a word of a list. */
  'empty-value': { severity: 'warning', strict: 'error' },
  /** The schema wants the element and a value in it. */
  'value-needed': { severity: 'warning', strict: 'error' },
  /** Beside the list that it belongs in. */
  'element-outside': { severity: 'warning', strict: 'error' },
  /** A starting date or the like with an error: the product goes on without it. */
  'record-left-out': { severity: 'warning', strict: 'error', loses: true },
} as const satisfies Table;

/** About values. */
const VALUES = {
  'unknown-value': { severity: 'error', strict: 'error' },
  /** Outside a list that the schema has and importers don't insist on. */
  'unlisted-value': { severity: 'warning', strict: 'error' },
  'value-spelling': { severity: 'warning', strict: 'error' },
  'amount-comma': { severity: 'warning', strict: 'error' },
  'amount-spelling': { severity: 'warning', strict: 'error' },
  /** Perhaps a thousand times as much. */
  'amount-doubtful': { severity: 'error', strict: 'error' },
  'amount-rounded': { severity: 'warning', strict: 'warning' },
  'amount-not-decimal': { severity: 'error', strict: 'error' },
  'amount-negative': { severity: 'error', strict: 'error' },
  'amount-too-large': { severity: 'error', strict: 'error' },
  'number-comma': { severity: 'warning', strict: 'error' },
  'not-a-number': { severity: 'error', strict: 'error' },
  'not-a-whole-number': { severity: 'error', strict: 'error' },
  'not-true-or-false': { severity: 'error', strict: 'error' },
  'not-a-date': { severity: 'error', strict: 'error' },
  'date-spelling': { severity: 'warning', strict: 'error' },
  /** Day and month could be either. */
  'date-doubtful': { severity: 'error', strict: 'error' },
  /** The schema takes any text for a time. */
  'not-a-time': { severity: 'warning', strict: 'warning', loses: true },
  'time-spelling': { severity: 'warning', strict: 'warning' },
  'legacy-vat-included': { severity: 'warning', strict: 'error' },
  'language-unknown': { severity: 'error', strict: 'error' },
  /** In-company courses may be without one. */
  'price-left-out': { severity: 'warning', strict: 'error' },
  'end-before-start': { severity: 'error', strict: 'error' },
} as const satisfies Table;

/** Everything that reading can find wrong. */
export const FEED_FINDINGS = { ...STRUCTURE, ...VALUES } as const;

export type StructureFindingCode = keyof typeof STRUCTURE;
export type ValueFindingCode = keyof typeof VALUES;

export type FeedFindingCode = keyof typeof FEED_FINDINGS;
