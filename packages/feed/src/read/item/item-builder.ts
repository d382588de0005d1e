import { describeByte, findOddBytes } from '../../bytes/odd-bytes.js';
import { COMPILED_RULES, looseName, type CompiledRule } from '../../schema/compiled-rule.js';
import { listLength } from './draft-paths.js';
import { clearDraft, emptyDraft, type SlottedDraft } from './draft-slots.js';
import type { EntryPlace } from '../feed-entry.js';
import type { FeedIssue, FeedPosition } from '../../findings/feed-issue.js';
import type { ReadLimits } from '../read-limits.js';
import { FeedFault } from '../../findings/feed-fault.js';
import { feedIssue } from '../../findings/feed-issue.js';
import { ItemIssues } from './item-issues.js';
import { MarkList } from '../mark-list.js';
import { absence, emptiness } from './absences.js';
import { FrameStack } from './frame-stack.js';
import type { Frame } from './frame.js';
import { isBlank } from '../../xml/is-blank.js';
import { isKnownAttribute } from './is-known-attribute.js';
import { isSpaceWrong, isTrimmed, trimmed } from './white-space.js';
import type { FeedFindingCode } from '../../findings/feed-findings.js';
import type { FeedKind } from '../feed-kind.js';
import { excerpt } from '../../findings/excerpt.js';
import type { Report } from '../../schema/value-reader.js';

/**
 * Makes one product (or trainer) of its elements, following the table of rules. Everything odd becomes an issue; only a
 * broken limit stops it.
 */
export class ItemBuilder<Entry extends EntryPlace> {
  readonly #kind: FeedKind<Entry>;
  readonly #limits: ReadLimits;
  readonly #position: () => FeedPosition;
  readonly #frames = new FrameStack();
  /** Reports about the innermost element. */
  readonly report: Report = (code, params, path) => this.#addIssueHere(code, params, path);
  /** Depth inside an element that is not read. */
  #skipping = 0;
  #elements = 0;
  readonly #issues: ItemIssues;
  /** Set when the feed has bytes that are no text: those are looked for then. */
  hasOddBytes = false;
  #saysMisread = true;
  /** Filled again for every item, as are the drafts: what is built of them is new. */
  readonly #marks = new MarkList();
  readonly #drafts: readonly SlottedDraft[] = COMPILED_RULES.map(emptyDraft);

  /** `position` answers where what is being told is. */
  constructor(kind: FeedKind<Entry>, limits: ReadLimits, position: () => FeedPosition) {
    this.#kind = kind;
    this.#position = position;
    this.#limits = limits;
    this.#issues = new ItemIssues(limits.issuesPerProduct);
  }

  /** Whether an item is being read. */
  get isOpen(): boolean {
    return this.#frames.depth > 0;
  }

  begin(at: FeedPosition): void {
    this.#skipping = 0;
    this.#elements = 0;
    this.#issues.begin();
    this.#saysMisread = true;
    this.#marks.clear();
    this.#frames.depth = 0;
    this.#marks.add(this.#kind.rule.number, 0, at.line, at.column);
    this.#frames.push(this.#kind.rule, this.#newDraft(this.#kind.rule), at.line, at.column, this.#issues.count);
  }

  open(name: string, line: number, column: number): void {
    this.#elements += 1;
    if (this.#elements > this.#limits.elementsPerProduct) {
      throw new FeedFault(feedIssue('too-many-elements', { line, column }, { limit: this.#limits.elementsPerProduct }));
    }
    // Root and item are above.
    if (this.#frames.depth + this.#skipping + 1 >= this.#limits.depth) {
      throw new FeedFault(feedIssue('too-deep', { line, column }, { limit: this.#limits.depth }));
    }
    if (this.#skipping > 0) {
      this.#skipping += 1;
      this.#issues.noteSkipped(name, { line, column });
      return;
    }
    const parent = this.#frames.top;
    const rule = parent.rule.byName.get(name) ?? this.#looseRule(parent, name, line, column);
    const isOwn = rule?.parent === parent.rule.number;
    if (rule === undefined) {
      this.#skipping = 1;
      return;
    }
    if (isOwn && parent.seen[rule.index] === parent.use && !rule.repeats) {
      this.#issues.add('repeated-element', { line, column }, { element: name }, this.#frames.pathOf(rule));
      this.#skipping = 1;
      return;
    }
    if (isOwn) parent.seen[rule.index] = parent.use;
    this.#marks.add(rule.number, rule.many ? listLength(parent.draft, rule) : 0, line, column);
    this.#frames.push(
      rule,
      rule.kind === 'record' ? this.#newDraft(rule) : parent.draft,
      line,
      column,
      this.#issues.count,
    );
    if (rule.newer) this.report('newer-schema');
  }

  /** The same as `open`, `text` and `close` of an element with nothing but text; `false` when more is to be said of it. */
  element(name: string, text: string, line: number, column: number, isTextTrimmed: boolean): boolean {
    const parent = this.#frames.top;
    const rule = this.#skipping > 0 ? undefined : parent.rule.byName.get(name);
    const isUsual = rule?.kind === 'value' && !rule.newer && (rule.repeats || parent.seen[rule.index] !== parent.use);
    const { elementsPerProduct, depth, textLength } = this.#limits;
    const isWithin = this.#elements < elementsPerProduct && this.#frames.depth + 1 < depth && text.length <= textLength;
    if (!isUsual || !isWithin || (this.hasOddBytes && findOddBytes(text))) return false;
    this.#elements += 1;
    parent.seen[rule.index] = parent.use;
    this.#marks.add(rule.number, rule.many ? listLength(parent.draft, rule) : 0, line, column);
    this.#frames.beginLeaf(rule, line, column);
    const value = this.#readText(rule, text, isTextTrimmed);
    this.#frames.endLeaf();
    this.#store(rule, parent.draft, value);
    return true;
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    const frame = this.#frames.top;
    if (frame.rule.kind === 'value') {
      const read = this.hasOddBytes ? this.#withoutOddBytes(text, frame) : text;
      frame.text = frame.text === '' ? read : frame.text + read;
      if (frame.text.length > this.#limits.textLength) {
        const params = { element: frame.rule.element, limit: this.#limits.textLength };
        throw new FeedFault(feedIssue('text-too-long', frame, params, this.#frames.path));
      }
    } else if (!isBlank(text)) {
      this.#issues.add('unexpected-text', this.#position(), { element: frame.rule.element }, this.#frames.path);
    }
  }

  /** Something odd about how the innermost element is written. */
  reportAt(code: FeedFindingCode, at: FeedPosition, params: FeedIssue['params']): void {
    if (this.#skipping === 0) this.#issues.add(code, at, params, this.#frames.path);
  }

  attribute(name: string, line: number, column: number): void {
    const element = this.#skipping > 0 || isKnownAttribute(name) ? undefined : this.#frames.top.rule.element;
    if (element)
      this.#issues.add('unknown-attribute', { line, column }, { element, attribute: excerpt(name) }, this.#frames.path);
  }

  /** Closes the innermost element. Answers the finished entry when that was the item. */
  close(): Entry | undefined {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return undefined;
    }
    const frame = this.#frames.top;
    const value = frame.rule.kind === 'value' ? this.#readValue(frame) : this.#finishRecord(frame);
    if (this.#frames.depth === 1) {
      this.#frames.depth = 0;
      return this.#entry(frame, this.#position().line, value);
    }
    this.#frames.depth -= 1;
    this.#store(frame.rule, this.#frames.top.draft, value);
    return undefined;
  }

  /** Gives up on the item being read. */
  abandon(issue: FeedIssue, endLine: number): Entry {
    const frame = this.#frames.first ?? issue;
    this.#issues.addLast(issue);
    this.#frames.depth = 0;
    return this.#entry(frame, endLine, undefined);
  }

  #readValue(frame: Frame): unknown {
    if (frame.text.trim() !== '') return this.#readText(frame.rule, frame.text, isTrimmed(frame.text));
    this.#reportEmpty(frame);
    return undefined;
  }

  /** Of a text that isn't blank. */
  #readText(rule: CompiledRule, whole: string, isWholeTrimmed: boolean): unknown {
    const text = isWholeTrimmed ? whole : trimmed(rule, whole);
    const found = this.#issues.count;
    const value = rule.read?.(text, this.report);
    if (text.length !== whole.length && found === this.#issues.count && isSpaceWrong(rule, whole, text)) {
      this.report('value-spelling', { value: excerpt(whole), use: excerpt(text) });
    }
    return value;
  }

  #reportEmpty({ rule, hasMarkup }: Frame): void {
    const found = hasMarkup ? undefined : emptiness(rule);
    if (found) this.report(found.code, found.params);
  }

  #finishRecord(frame: Frame): unknown {
    for (const child of frame.rule.wanted) {
      if (frame.seen[child.index] === frame.use || frame.outside[child.index] === frame.use) continue;
      const { code, params } = absence(child);
      this.#issues.add(code, frame, params, this.#frames.pathOf(child));
    }
    const { rule, draft, issuesBefore } = frame;
    const hasIssues = this.#issues.count > issuesBefore;
    if (hasIssues && this.#frames.depth > 1 && rule.kind === 'record' && this.#isEmpty(frame)) {
      this.report('empty-value');
      return undefined;
    }
    if (hasIssues && rule.kind === 'record') this.#issues.explainAmounts(issuesBefore, draft);
    const value = rule.build?.(draft, this.report);
    if (hasIssues && rule.excuses) this.#issues.excuse(issuesBefore, rule.excuses, draft);
    if (!rule.isConfined || !this.#issues.confine(issuesBefore)) return value;
    this.report('record-left-out');
    return undefined;
  }

  /** Whether nothing at all is in a record: that is said once, and not of each of its children. */
  #isEmpty({ draft, issuesBefore }: Frame): boolean {
    return draft.slots.every((value) => value === undefined) && this.#issues.takeBackAbsences(issuesBefore);
  }

  /** A text with the bytes read that are none in the encoding of the feed. That it is another encoding is said once. */
  #withoutOddBytes(text: string, { rule: { element } }: Frame): string {
    const odd = findOddBytes(text);
    if (odd?.misread !== undefined && this.#saysMisread) {
      this.#saysMisread = false;
      this.report('byte-misread', { element, ...describeByte(odd.misread) });
    }
    if (odd?.cut !== undefined) this.report('character-cut', { element, byte: describeByte(odd.cut).byte });
    return odd?.text ?? text;
  }

  #store({ kind, many, slot }: CompiledRule, { slots }: SlottedDraft, value: unknown): void {
    if (value === undefined || kind === 'wrapper') return;
    if (!many) slots[slot] = value;
    else if (slots[slot] === undefined) slots[slot] = [value];
    else (slots[slot] as unknown[]).push(value);
  }

  /** The rule for a name that isn't the schema's: another spelling of it, or nothing. Says so. */
  #looseRule(parent: Frame, name: string, line: number, column: number): CompiledRule | undefined {
    if (parent.rule.kind === 'value') {
      if (!parent.hasMarkup) {
        const params = { element: parent.rule.element, markup: excerpt(name) };
        this.#issues.add('markup-in-text', { line, column }, params, this.#frames.path);
      }
      parent.hasMarkup = true;
      return undefined;
    }
    const loose = looseName(name);
    const rule = parent.rule.byLooseName.get(loose);
    const outside = parent.rule.outside.get(loose);
    if (rule === undefined && outside !== undefined) {
      const { rule: item, wrapper } = outside;
      parent.outside[wrapper.index] = parent.use;
      this.#issues.add(
        'element-outside',
        { line, column },
        { element: name, use: wrapper.element },
        this.#frames.pathOf(item),
      );
      return item;
    }
    if (rule === undefined) {
      this.#issues.add('unknown-element', { line, column }, { element: excerpt(name) }, this.#frames.path);
    } else {
      this.#issues.add(
        'element-spelling',
        { line, column },
        { element: name, use: rule.element },
        this.#frames.pathOf(rule),
      );
    }
    return rule;
  }

  #newDraft(rule: CompiledRule): SlottedDraft {
    return clearDraft(this.#drafts[rule.number] as SlottedDraft);
  }

  #addIssueHere(code: FeedFindingCode, params: FeedIssue['params'] = {}, path = ''): void {
    this.#frames.settleLeaf(this.#issues.count);
    const frame = this.#frames.top;
    const base = this.#frames.path;
    const full = path === '' ? base : base === '' ? path : `${base}.${path}`;
    // Of a field in it, that field's own place.
    const child = path === '' ? undefined : frame.rule.children.find((each) => each.path === path);
    const at = child && this.#marks.lastIn(frame.rule.number, child.number);
    this.#issues.add(code, at ?? frame, { element: frame.rule.element, ...params }, full);
  }

  #entry(at: FeedPosition, endLine: number, item: unknown): Entry {
    const { line, column } = at;
    const issues = this.#issues.end(at);
    const place: EntryPlace = { issues, line, column, endLine, marks: this.#marks.toArray() };
    const id = item === undefined ? this.#frames.first?.draft[this.#kind.idKey] : undefined;
    return this.#kind.entryOf(item, typeof id === 'string' ? { ...place, id } : place);
  }
}
