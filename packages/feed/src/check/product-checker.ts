import { calculatePrice, comparableName, EnrollkitError, isCalendarDay, type Product } from '@enrollkit/core';
import { DEFAULT_READ_LIMITS } from '../read/read-limits.js';
import type { FeedEntry } from '../read/feed-entry.js';
import { excerpt } from '../findings/excerpt.js';
import type { CheckContext } from './fields/check-context.js';
import { checkContacts } from './fields/check-contacts.js';
import { checkDescription } from './fields/check-description.js';
import { checkPoints } from './fields/check-points.js';
import { checkPrices } from './fields/check-prices.js';
import { checkSeats } from './fields/check-seats.js';
import { checkSites } from './fields/check-sites.js';
import { checkStartingDates } from './fields/check-starting-dates.js';
import { checkStudyLoad } from './fields/check-study-load.js';
import { checkTexts } from './fields/check-texts.js';
import type { CheckedEntry, CheckOptions } from './checked-entry.js';
import { EntryFindings } from './entry-findings.js';
import type { FindingCode } from '../findings/feed-finding.js';
import { KnownOrganisations } from './fields/known-organisations.js';
import { NamesInUse } from './names-in-use.js';

const CHECKS: readonly ((product: Product, context: CheckContext) => void)[] = [
  checkTexts,
  checkDescription,
  checkContacts,
  checkSites,
  checkStartingDates,
  checkSeats,
  checkPrices,
  checkPoints,
];

/** Checks the products of one feed, in the feed's order. Remembers IDs and names, and nothing else of a product. */
export class ProductChecker {
  readonly #options: CheckOptions;
  readonly #findings: EntryFindings;
  readonly #ids = new NamesInUse();
  readonly #names = new NamesInUse();
  readonly #organisations: KnownOrganisations | undefined;

  constructor(options: CheckOptions) {
    const { issuesPerProduct = DEFAULT_READ_LIMITS.issuesPerProduct } = options.limits ?? {};
    const today: string = options.today;
    if (!isCalendarDay(today)) throw new EnrollkitError('invalid', `Not a calendar day (yyyy-mm-dd): ${String(today)}`);
    this.#options = options;
    this.#organisations = options.peOrganisations && new KnownOrganisations(options.peOrganisations);
    this.#findings = new EntryFindings(options.mode ?? 'tolerant', issuesPerProduct);
  }

  check(entry: FeedEntry): CheckedEntry {
    const findings = this.#findings;
    const { product, line, column, endLine, marks, id } = entry;
    findings.begin(entry);
    if (product === undefined) {
      if (id !== undefined) this.#ids.findOrAdd(id, line);
      return { ...entry, issues: findings.end() };
    }
    const { today, site } = this.#options;
    const price = calculatePrice(product, { site });
    const { report, locate } = findings;
    for (const issue of price.issues) {
      if (issue.code !== 'price-missing' || !hasPriceError(entry)) {
        findings.add(issue.code as FindingCode, issue.path, issue.params);
      }
    }
    this.#checkUnique(product, line);
    const context: CheckContext = { report, locate, today, price, organisations: this.#organisations };
    for (const check of CHECKS) check(product, context);
    checkStudyLoad(entry, report);
    return { product, issues: findings.end(), line, column, endLine, marks, price };
  }

  /** Source: domain.md section 4: names are unique across languages too. Capitals and runs of spaces make no other name. */
  #checkUnique({ id, name }: Product, line: number): void {
    const { report } = this.#findings;
    // The end of the product's address, where it could never be asked for.
    if (/^\.{1,2}$/.test(id)) report('id-is-folder', 'id', { id });
    const firstId = this.#ids.findOrAdd(id, line);
    if (firstId !== undefined) report('duplicate-id', 'id', { id: excerpt(id), firstLine: firstId });
    if (name === '') return;
    const firstName = this.#names.findOrAdd(comparableName(name), line);
    // The same product twice is said once.
    if (firstName !== undefined && firstId === undefined) {
      report('duplicate-name', 'name', { name: excerpt(name), firstLine: firstName });
    }
  }
}

/** Whether reading has said already why there is no price. */
function hasPriceError({ issues }: FeedEntry): boolean {
  return issues.some(({ severity, path }) => severity === 'error' && path.startsWith('price'));
}
