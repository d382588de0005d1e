import type { Issue } from '@enrollkit/core';
import type { EntryPlace } from '../read/feed-entry.js';
import type { FeedPosition } from '../findings/feed-issue.js';
import { fieldLocator } from '../read/locate-field.js';
import type { ReportFinding } from './fields/check-context.js';
import { findingSeverity, type CheckMode, type FeedFinding, type FindingCode } from '../findings/feed-finding.js';

const NONE: readonly FeedFinding[] = [];

/**
 * Collects what is found about one entry after the other, beside what reading said. Nothing is located before something
 * is found: a feed is mostly in order.
 */
export class EntryFindings {
  readonly report: ReportFinding = (code, path, params) => this.add(code, path, params as Issue['params']);
  readonly locate = (path: string): FeedPosition => this.#locator()(path);
  readonly #mode: CheckMode;
  readonly #most: number;
  #entry: EntryPlace | undefined;
  #locateField: ((path: string) => FeedPosition) | undefined;
  #found: FeedFinding[] | undefined;
  #leftOut = 0;

  /** Findings beyond `most` are counted only. */
  constructor(mode: CheckMode, most: number) {
    this.#mode = mode;
    this.#most = most;
  }

  begin(entry: EntryPlace): void {
    this.#entry = entry;
    this.#locateField = undefined;
    this.#found = undefined;
    this.#leftOut = 0;
  }

  add(code: FindingCode, path: string, params: Issue['params']): void {
    this.#found ??= [];
    if (this.#found.length < this.#most) this.#found.push(this.#finding(code, path, params, this.locate(path)));
    else this.#leftOut += 1;
  }

  /** All findings about the entry, in the order of the feed. */
  end(): readonly FeedFinding[] {
    const { issues } = this.#expectEntry();
    const found = this.#found;
    if (found === undefined && issues.length === 0) return NONE;
    const read: FeedFinding[] = issues.map(({ isConfined, ...issue }) => ({
      ...issue,
      severity: isConfined && this.#mode === 'tolerant' ? 'warning' : findingSeverity(issue.code, this.#mode),
    }));
    if (found === undefined) return read;
    const unread = new Set(read.filter(({ severity }) => severity === 'error').map(placeOf));
    // Whatever could not be read is wrong already: one finding is enough.
    const rest = found.filter((finding) => !unread.has(placeOf(finding)));
    if (this.#leftOut > 0) rest.push(this.#finding('too-many-issues', '', { count: this.#leftOut }, this.locate('')));
    return [...read, ...rest].sort((one, other) => one.line - other.line || one.column - other.column);
  }

  #finding(code: FindingCode, path: string, params: Issue['params'], { line, column }: FeedPosition): FeedFinding {
    return { code, severity: findingSeverity(code, this.#mode), path, line, column, params };
  }

  #locator(): (path: string) => FeedPosition {
    this.#locateField ??= fieldLocator(this.#expectEntry());
    return this.#locateField;
  }

  #expectEntry(): EntryPlace {
    if (this.#entry === undefined) throw new Error('No entry is being checked');
    return this.#entry;
  }
}

function placeOf({ line, column, path }: FeedFinding): string {
  return `${line}:${column} ${path}`;
}
