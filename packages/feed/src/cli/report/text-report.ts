import type { FeedFinding } from '../../findings/feed-finding.js';
import type { FeedDifference } from '../../plan/compare/compare-with-index.js';
import { detachedText } from '../../plan/compare/detached-text.js';
import type { Console } from '../console.js';
import { sentenceOf, titleOf } from '../feed-sentences.js';
import { printable } from '../printable.js';
import type { Locale } from '@enrollkit/core';
import type { Texts } from '../texts/texts.js';
import type { Report, ReportedTotals } from './report.js';

interface TextReportOptions {
  readonly texts: Texts;
  readonly language: Locale;
  /** Findings shown of each kind. */
  readonly limit: number;
  /** What is counted: products, or trainers. */
  readonly label: (count: number) => string;
}

interface Group {
  readonly title: string;
  /** The first of each product, and more of the same ones: shown when there is room. */
  readonly samples: Sample[];
  readonly more: Sample[];
  /** The product of the last one of `samples`. */
  lastId: string | undefined;
  count: number;
}

interface Sample {
  readonly place: string;
  readonly id: string;
  readonly sentence: string;
}

/** For people: findings by kind, errors first, each with its place and what to do; the summary at the end. */
export function textReport(console: Console, { texts, language, limit, label }: TextReportOptions): Report {
  const groups = { error: new Map<string, Group>(), warning: new Map<string, Group>() };

  const add = (issue: FeedFinding, id: string) => {
    const groupsOfKind = groups[issue.severity];
    let group = groupsOfKind.get(issue.code);
    if (group === undefined) {
      group = { title: titleOf(issue, language), samples: [], more: [], lastId: undefined, count: 0 };
      groupsOfKind.set(issue.code, group);
    }
    group.count += 1;
    const isAnother = group.lastId !== id;
    const list = isAnother ? group.samples : group.more;
    if (list.length >= limit) return;
    // Of its own: a sentence quotes the feed.
    const sentence = printable(detachedText(sentenceOf(issue, language)));
    const ownId = detachedText(id);
    list.push({ place: `${issue.line}:${issue.column}`, id: printable(ownId), sentence });
    if (isAnother) group.lastId = ownId;
  };

  const sayGroup = async ({ title, samples, more, count }: Group, color: 'red' | 'yellow') => {
    const shown = [...samples, ...more].slice(0, limit);
    await console.say(`  ${console.paint(['bold', color], title)} ${console.paint('dim', `(${texts.number(count)})`)}`);
    const places = shown.reduce((longest, { place }) => Math.max(longest, place.length), 0);
    const ids = shown.reduce((longest, { id }) => Math.min(24, Math.max(longest, id.length)), 0);
    for (const { place, id, sentence } of shown) {
      const start = `${console.paint('dim', place.padStart(places))}  ${console.paint('cyan', cut(id, ids).padEnd(ids))}`;
      await console.say(`    ${start}${ids > 0 ? '  ' : ''}${sentence}`);
    }
    if (count > shown.length)
      await console.say(console.paint('dim', `    … ${texts.moreOfThis(count - shown.length)}`));
  };

  const sayFindings = async () => {
    for (const [severity, heading, color] of [
      ['error', texts.headingErrors, 'red'],
      ['warning', texts.headingWarnings, 'yellow'],
    ] as const) {
      if (groups[severity].size === 0) continue;
      await console.say(console.paint('bold', heading));
      for (const group of groups[severity].values()) await sayGroup(group, color);
      await console.say();
    }
  };

  return {
    add({ id = '', entry }) {
      for (const issue of entry.issues) add(issue, id);
      return undefined;
    },
    async finish(found, difference) {
      await sayFindings();
      await console.say(console.paint(colorOf(found), totals(found, texts, found.label ?? label)));
      if (difference) await console.say(texts.difference(countsOf(difference)));
    },
    giveUp: sayFindings,
  };
}

function totals(
  { items: count, errors, warnings }: ReportedTotals,
  texts: Texts,
  label: TextReportOptions['label'],
): string {
  const items = label(count);
  if (errors + warnings === 0) return texts.allGood({ items });
  return texts.summary({ items, errors: texts.errors(errors), warnings: texts.warnings(warnings) });
}

function colorOf({ errors, warnings }: ReportedTotals): 'red' | 'yellow' | 'green' {
  if (errors > 0) return 'red';
  return warnings > 0 ? 'yellow' : 'green';
}

function countsOf({ create, update, delete: gone }: FeedDifference): Record<'create' | 'update' | 'delete', number> {
  return { create: create.length, update: update.length, delete: gone.length };
}

function cut(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
