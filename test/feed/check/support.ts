import {
  checkProducts,
  type CheckedEntry,
  type CheckOptions,
  type CheckSummary,
  type FeedFinding,
  type FeedSource,
} from '@enrollkit/feed';
import { feedOf, productXml } from '../read/product-xml.js';

export const TODAY = '2026-09-01';

/** A text that no rule on descriptions has anything to say about. */
export const DESCRIPTION = `<p>${'In deze cursus leer je lassen. '.repeat(30)}</p>`;

/** Every entry of a feed and the summary: for feeds of a test's size. */
export async function checkAll(
  source: FeedSource,
  options: Partial<CheckOptions> = {},
): Promise<{ readonly entries: readonly CheckedEntry[]; readonly summary: CheckSummary }> {
  const checking = checkProducts(source, { today: TODAY, ...options });
  const entries: CheckedEntry[] = [];
  for (;;) {
    const { done, value } = await checking.next();
    if (done) return { entries, summary: value };
    entries.push(value);
  }
}

type Changes = Readonly<Record<string, string | undefined>>;

/** A product that is in order but for `changes`. Markup in the description is escaped. */
export function product(changes: Changes = {}, extra = ''): string {
  const { Description = DESCRIPTION, ...rest } = changes;
  return productXml({ Description: `<![CDATA[${Description}]]>`, ...rest }, extra);
}

/** What is found about one product that is in order but for `changes`. */
export async function findingsOf(changes: Changes, options: Partial<CheckOptions> = {}): Promise<FeedFinding[]> {
  const { entries } = await checkAll(feedOf(product(changes)), options);
  return entries.flatMap(({ issues }) => issues);
}

/** `code path`, for each finding. */
export async function codesOf(changes: Changes, options: Partial<CheckOptions> = {}): Promise<string[]> {
  return (await findingsOf(changes, options)).map(({ code, path }) => `${code} ${path}`);
}

function record(name: string, elements: Changes): string {
  const inner = Object.entries(elements).filter(([, content]) => content !== undefined);
  return `<${name}>${inner.map(([element, content]) => `<${element}>${content}</${element}>`).join('')}</${name}>`;
}

/** A starting date that is in order but for `changes`. */
export function start(changes: Changes = {}): string {
  return record('StartingDatePlace', {
    ID: 'S-1',
    Startdate: '2027-03-01',
    Enddate: '2027-03-05',
    Place: 'Utrecht',
    StartdateIsMonthOnly: 'false',
    EnddateIsMonthOnly: 'false',
    ...changes,
  });
}

/** One course day in a schedule. */
export function courseDay(date: string, startTime = '09:30', endTime = '16:30'): string {
  return `<Courseday><Date>${date}</Date><Place>Utrecht</Place><Name>Dag</Name><StartTime>${startTime}</StartTime><EndTime>${endTime}</EndTime></Courseday>`;
}

/** An additional cost that is in order but for `changes`. */
export function cost(changes: Changes = {}): string {
  return record('AdditionalCost', {
    Type: 'lunch',
    Price: '20.00',
    VatIncluded: 'no',
    VatAmount: '1.80',
    Mandatory: 'true',
    ...changes,
  });
}
