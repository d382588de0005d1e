import { BYTE_ORDER_MARK, csvRow, type CsvSeparator, type Product, type Trainer } from '@enrollkit/core';
import { describeFinding } from '../terms/describe-finding.js';
import { FINDING_COLUMNS, type FeedTerms, type FindingColumn } from '../terms/feed-terms.js';
import type { FeedFinding } from '../findings/feed-finding.js';

/** What a row needs: the findings, and whose they are. */
export interface EntryWithFindings {
  readonly issues: readonly FeedFinding[];
  readonly product?: Pick<Product, 'id' | 'name'>;
  readonly trainer?: Pick<Trainer, 'email' | 'firstName' | 'lastName'>;
  /** Of what could not be read. */
  readonly id?: string;
}

export interface CsvOptions {
  /** Default a comma, as RFC 4180 has it. Excel in Dutch opens a semicolon by itself. */
  readonly separator?: ',' | ';';
}

/**
 * Findings as CSV, piece by piece: a heading in the language of the terms, then a row for each finding. With a byte order
 * mark, or Excel takes it for another encoding; formulas that come out of a feed are text. Source: RFC 4180.
 *
 * @example
 * for await (const piece of findingsToCsv(checkProducts(file, { today }), nl)) await stream.write(piece);
 */
export async function* findingsToCsv(
  entries: Iterable<EntryWithFindings> | AsyncIterable<EntryWithFindings>,
  terms: FeedTerms,
  { separator = ',' }: CsvOptions = {},
): AsyncGenerator<string, void, undefined> {
  yield BYTE_ORDER_MARK + row(terms.columns, separator);
  for await (const entry of entries) {
    if (entry.issues.length > 0)
      yield entry.issues.map((issue) => row(cellsOf(issue, entry, terms), separator)).join('');
  }
}

function cellsOf(finding: FeedFinding, entry: EntryWithFindings, terms: FeedTerms): Record<FindingColumn, string> {
  const { product, trainer, id = '' } = entry;
  return {
    severity: terms.severities[finding.severity],
    code: finding.code,
    line: String(finding.line),
    column: String(finding.column),
    productId: product?.id ?? trainer?.email ?? id,
    productName: product?.name ?? [trainer?.firstName, trainer?.lastName].filter(Boolean).join(' '),
    path: finding.path,
    sentence: describeFinding(finding, terms),
  };
}

function row(cells: Readonly<Record<FindingColumn, string>>, separator: CsvSeparator): string {
  return csvRow(
    FINDING_COLUMNS.map((column) => cells[column]),
    separator,
  );
}
