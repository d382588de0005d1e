import { XMLBuilder } from 'fast-xml-parser';
import type { FeedFinding } from '../findings/feed-finding.js';
import type { EntryPlace } from '../read/feed-entry.js';
import { DEFAULT_READ_LIMITS } from '../read/read-limits.js';
import type { FeedKind } from '../read/feed-kind.js';
import { spellItem, type ReportAt, type XmlContent } from './spell-item.js';
import { writeIssue, type WriteIssue } from './write-issue.js';
import { xmlContent } from './xml-text.js';

/** How the items of one kind of feed are written. */
export interface WrittenKind<Item extends object, Entry extends EntryPlace> {
  readonly feed: FeedKind<Entry>;
  readonly itemOf: (entry: Entry) => Item | undefined;
  readonly idOf: (item: Item) => string;
  /** Begins to check a feed that is formatted: what an importer would refuse isn't written. */
  readonly startChecking: () => (entry: Entry) => readonly FeedFinding[];
  /** The item as it may be written. */
  readonly prepare: (item: Item, report: ReportAt) => Item;
}

/** One product or trainer as XML. Absent when an issue of severity `error` says why it can't be written. */
export interface WrittenItem {
  readonly xml?: string;
  readonly issues: readonly WriteIssue[];
}

// oxlint-disable-next-line typescript/no-deprecated -- the package it names holds this same code
const builder = new XMLBuilder({
  format: true,
  indentBy: '  ',
  suppressEmptyNode: true,
  processEntities: false,
  tagValueProcessor: (_element, text) => xmlContent(String(text)),
});

/** Writes one item, indented to stand in its feed. */
export function writeItem<Item extends object, Entry extends EntryPlace>(
  { feed, prepare }: WrittenKind<Item, Entry>,
  item: Item,
): WrittenItem {
  const issues: WriteIssue[] = [];
  const report: ReportAt = (path, code, params = {}) => void issues.push(writeIssue(code, path, params));
  const tree = spellItem(feed.rule, prepare(item, report), report);
  const { elementsPerProduct, productLength } = DEFAULT_READ_LIMITS;
  if (countElements(tree) >= elementsPerProduct) report('', 'too-many-elements', { limit: elementsPerProduct });
  if (hasError(issues)) return { issues };
  // Built inside its root for the indentation; the root's own two lines are the feed's.
  const lines = builder.build({ [feed.root]: { [feed.item]: tree } });
  const xml = lines.slice(`<${feed.root}>\n`.length, -`</${feed.root}>\n`.length);
  if (xml.length > productLength) report('', 'product-too-long', { element: feed.item, limit: productLength });
  return hasError(issues) ? { issues } : { xml, issues };
}

function hasError(issues: readonly WriteIssue[]): boolean {
  return issues.some(({ severity }) => severity === 'error');
}

function countElements(content: XmlContent): number {
  if (typeof content === 'string') return 0;
  const inner = Array.isArray(content) ? content : Object.values(content);
  const own = Array.isArray(content)
    ? 0
    : inner.reduce((count, each) => count + (Array.isArray(each) ? each.length : 1), 0);
  return inner.reduce<number>((count, each) => count + countElements(each), own);
}
