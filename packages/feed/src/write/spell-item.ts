import type { Draft, ElementRule } from '../schema/element-rule.js';
import type { Report } from '../schema/value-reader.js';
import { spellValue } from './spell-value.js';
import type { WriteIssue } from './write-issue.js';

/** Elements by name, in the order in which they are written. */
export interface XmlTree {
  [element: string]: XmlContent;
}
/** Text, or the elements in an element; a list stands for as many elements of one name. */
export type XmlContent = string | XmlTree | (string | XmlTree)[];

/** Takes note of what is odd about the value at `path`. */
export type ReportAt = (
  path: string,
  code: WriteIssue['code'],
  params?: Readonly<Record<string, string | number>>,
) => void;

/** The object being written, and what reading makes of what is written of it. */
interface Source {
  readonly record: object;
  readonly draft: Draft;
  readonly path: string;
}

/**
 * What is written of a product or trainer, by the table that reading follows: the same elements, in the table's order.
 * Reading's own checks go along, so that nothing is written that would be refused when it is read again.
 */
export function spellItem(rule: ElementRule, item: object, report: ReportAt): XmlTree {
  return spellRecord(rule, item, '', report).tree;
}

function spellRecord(
  rule: ElementRule,
  record: object,
  path: string,
  report: ReportAt,
): { readonly tree: XmlTree; readonly value: unknown } {
  const draft: Draft = {};
  const tree = spellChildren(rule, { record, draft, path }, report);
  return { tree, value: rule.build?.(draft, reportOn(rule, path, report)) };
}

function spellChildren(rule: ElementRule, source: Source, report: ReportAt): XmlTree {
  const tree: XmlTree = {};
  for (const child of rule.children) {
    const content = spellElement(child, source, report);
    if (content !== undefined) tree[child.element] = content;
  }
  return tree;
}

function spellElement(rule: ElementRule, source: Source, report: ReportAt): XmlContent | undefined {
  if (rule.kind === 'wrapper') return spellWrapper(rule, source, report);
  const { record, draft } = source;
  const path = joinPath(source.path, rule.path);
  const given = valueAt(record, rule.path);
  if (rule.many) {
    if (!isNothing(given) && !Array.isArray(given)) reportStranger(rule, given, path, report);
    const spelled = listOf(given).flatMap((each, index) => spellOne(rule, each, `${path}[${index}]`, report) ?? []);
    draft[rule.key] = spelled.map(({ value }) => value);
    return spelled.length === 0 ? undefined : spelled.map(({ content }) => content);
  }
  if (isNothing(given)) return spellNothing(rule, path, report);
  const spelled = spellOne(rule, given, path, report);
  draft[rule.key] = spelled?.value;
  return spelled?.content ?? (rule.presence === 'present' ? '' : undefined);
}

function spellOne(
  rule: ElementRule,
  given: unknown,
  path: string,
  report: ReportAt,
): { readonly content: string | XmlTree; readonly value: unknown } | undefined {
  if (rule.kind === 'record') {
    if (typeof given !== 'object' || given === null) {
      reportStranger(rule, given, path, report);
      return undefined;
    }
    const { tree, value } = spellRecord(rule, given, path, report);
    return value === undefined ? undefined : { content: tree, value };
  }
  const spelled = spellValue(rule, given, reportOn(rule, path, report));
  if (spelled && rule.newer) report(path, 'newer-schema', { element: rule.element });
  return spelled && { content: spelled.text, value: spelled.value };
}

function spellNothing({ presence, element, read }: ElementRule, path: string, report: ReportAt): '' | undefined {
  if (presence === 'required') report(path, 'missing-element', { element });
  if (presence !== 'present') return undefined;
  if (read?.content !== 'text') report(path, 'empty-value', { element });
  return '';
}

/** A wrapper that repeats is there once for each of its values: `Moment`, `Trainer`. */
function spellWrapper(rule: ElementRule, source: Source, report: ReportAt): XmlContent | undefined {
  const tree = spellChildren(rule, source, report);
  if (!rule.many) return rule.presence === 'optional' && Object.keys(tree).length === 0 ? undefined : tree;
  const wrapped = Object.entries(tree).flatMap(([element, content]) =>
    listOf(content).map((each): XmlTree => ({ [element]: each as string | XmlTree })),
  );
  return wrapped.length === 0 ? undefined : wrapped;
}

function reportOn({ element }: ElementRule, path: string, report: ReportAt): Report {
  return (code, params, inner = '') => report(joinPath(path, inner), code, { element, ...params });
}

/** What a host's plain object holds, whatever the types say. Left out without a word, it would be missing from the feed. */
function reportStranger({ element }: ElementRule, given: unknown, path: string, report: ReportAt): void {
  report(path, 'unknown-value', { element, value: given === null ? 'null' : typeof given });
}

function isNothing(given: unknown): boolean {
  return given === undefined || given === null || (typeof given === 'string' && given.trim() === '');
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The value that a rule's path names: `price.amountMinor`. */
function valueAt(record: object, path: string): unknown {
  let value: unknown = record;
  for (const key of path.split('.')) value = (value as Readonly<Record<string, unknown>> | undefined)?.[key];
  return value;
}

function joinPath(path: string, part: string): string {
  return path === '' || part === '' ? path + part : `${path}.${part}`;
}
