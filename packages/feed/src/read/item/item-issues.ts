import { looseName } from '../../schema/compiled-rule.js';
import type { FeedFindingCode } from '../../findings/feed-findings.js';
import { feedIssue, type FeedIssue, type FeedPosition } from '../../findings/feed-issue.js';
import { amountThatFits } from '../../schema/doubtful-amounts.js';
import type { Draft, Excuses } from '../../schema/element-rule.js';

/** What is said of an element that is empty or not there. */
const OF_ABSENCE: ReadonlySet<FeedFindingCode> = new Set([
  'missing-element',
  'element-left-out',
  'empty-required',
  'empty-element',
  'empty-value',
  'value-needed',
]);

const COST = looseName('AdditionalCost');

/** What was found about one item, and what becomes of it once more of the item is known. */
export class ItemIssues {
  readonly #most: number;
  #issues: FeedIssue[] = [];
  #leftOut = 0;

  /** More than `most` are counted only. */
  constructor(most: number) {
    this.#most = most;
  }

  /** How many there are: where the next one comes. */
  get count(): number {
    return this.#issues.length;
  }

  /** Forgets those of the item before. */
  begin(): void {
    this.#issues = [];
    this.#leftOut = 0;
  }

  add(code: FeedFindingCode, at: FeedPosition, params: FeedIssue['params'], path: string): void {
    if (this.#issues.length >= this.#most) this.#leftOut += 1;
    else this.#issues.push(feedIssue(code, at, params, path));
  }

  /** What is in an element that isn't read. A cost may not get lost there: the total would be too low. */
  noteSkipped(element: string, at: FeedPosition): void {
    if (looseName(element) === COST)
      this.add('cost-unread', at, { element, use: 'AdditionalCosts' }, 'additionalCosts');
  }

  /** The last one, however many there are. */
  addLast(issue: FeedIssue): void {
    this.#issues.push(issue);
  }

  /** Takes back those from a number on that are in order after all. */
  excuse(from: number, excuses: Excuses, draft: Draft): void {
    const own = this.#issues.slice(from);
    const rest = own.filter((issue) => !excuses(draft, issue, own));
    if (rest.length < own.length) this.#issues.splice(from, own.length, ...rest);
  }

  /** Takes those from a number on back, when they only say what is empty or missing. */
  takeBackAbsences(from: number): boolean {
    if (!this.#issues.slice(from).every(({ code }) => OF_ABSENCE.has(code))) return false;
    this.#issues.length = from;
    return true;
  }

  /** Makes errors from a number on cost no more than what they are in. Answers whether there were any. */
  confine(from: number): boolean {
    let hasError = false;
    for (let index = from; index < this.#issues.length; index += 1) {
      const issue = this.#issues[index] as FeedIssue;
      if (issue.severity !== 'error') continue;
      hasError = true;
      this.#issues[index] = { ...issue, severity: 'warning', isConfined: true };
    }
    return hasError;
  }

  /** Says of amounts that can be read in two ways which of them goes with the others of the same record. */
  explainAmounts(from: number, draft: Draft): void {
    for (let index = from; index < this.#issues.length; index += 1) {
      const issue = this.#issues[index] as FeedIssue;
      if (issue.code !== 'amount-doubtful' || 'fits' in issue.params) continue;
      const fits = amountThatFits(issue, draft);
      if (fits !== undefined) this.#issues[index] = { ...issue, params: { ...issue.params, fits } };
    }
  }

  /** All of them. `at`: where the item begins. */
  end(at: FeedPosition): readonly FeedIssue[] {
    if (this.#leftOut > 0) this.#issues.push(feedIssue('too-many-issues', at, { count: this.#leftOut }));
    return this.#issues;
  }
}
