import { COMPILED_RULES, type CompiledRule } from './compiled-rule.js';
import { joinPath, listLength } from './draft-paths.js';
import { emptyDraft, type SlottedDraft } from './draft-slots.js';
import type { EntryPlace, FeedIssue, FeedPosition, ReadLimits } from './feed-entry.js';
import { FeedFault, feedIssue } from './feed-fault.js';
import { MarkList } from './mark-list.js';
import type { Frame } from './frame.js';
import { isBlank } from './is-blank.js';
import { isKnownAttribute } from './is-known-attribute.js';
import { isTrimmed } from './is-trimmed.js';
import type { FeedFindingCode } from './feed-findings.js';
import type { FeedKind } from './feed-kind.js';
import { excerpt } from './value-reader.js';
import type { Report } from './value-readers.js';

/**
 * Makes one product (or trainer) of its elements, following the table of rules. Everything odd becomes an issue; only a
 * broken limit stops it.
 */
export class ItemBuilder<Entry extends EntryPlace> {
  readonly #kind: FeedKind<Entry>;
  readonly #limits: ReadLimits;
  readonly #position: () => FeedPosition;
  readonly #frames: Frame[] = [];
  /** Reports about the innermost element. */
  readonly report: Report = (code, params, path) => this.#addIssueHere(code, params, path);
  #depth = 0;
  /** Depth inside an element that is not read. */
  #skipping = 0;
  #uses = 0;
  #elements = 0;
  #issues: FeedIssue[] = [];
  #issuesLeftOut = 0;
  /** Filled again for every item, as are the drafts: what is built of them is new. */
  readonly #marks = new MarkList();
  readonly #drafts: readonly SlottedDraft[] = COMPILED_RULES.map(emptyDraft);

  /** `position` answers where what is being told is. */
  constructor(kind: FeedKind<Entry>, limits: ReadLimits, position: () => FeedPosition) {
    this.#kind = kind;
    this.#position = position;
    this.#limits = limits;
  }

  /** Whether an item is being read. */
  get isOpen(): boolean {
    return this.#depth > 0;
  }

  begin(at: FeedPosition): void {
    this.#skipping = 0;
    this.#elements = 0;
    this.#issues = [];
    this.#issuesLeftOut = 0;
    this.#marks.clear();
    this.#depth = 0;
    this.#marks.add(this.#kind.rule.number, 0, at.line, at.column);
    this.#push(this.#kind.rule, this.#newDraft(this.#kind.rule), at.line, at.column);
  }

  open(name: string, line: number, column: number): void {
    this.#elements += 1;
    if (this.#elements > this.#limits.elementsPerProduct) {
      throw new FeedFault(feedIssue('too-many-elements', { line, column }, { limit: this.#limits.elementsPerProduct }));
    }
    // Root and item are above.
    if (this.#depth + this.#skipping + 1 >= this.#limits.depth) {
      throw new FeedFault(feedIssue('too-deep', { line, column }, { limit: this.#limits.depth }));
    }
    if (this.#skipping > 0) {
      this.#skipping += 1;
      return;
    }
    const parent = this.#top();
    const rule = parent.rule.byName.get(name) ?? this.#looseRule(parent, name, line, column);
    if (rule === undefined) {
      this.#skipping = 1;
      return;
    }
    if (parent.seen[rule.index] === parent.use && !rule.repeats) {
      this.#addIssue('repeated-element', { line, column }, { element: name }, this.#pathOf(rule));
      this.#skipping = 1;
      return;
    }
    parent.seen[rule.index] = parent.use;
    this.#marks.add(rule.number, rule.many ? listLength(parent.draft, rule) : 0, line, column);
    this.#push(rule, rule.kind === 'record' ? this.#newDraft(rule) : parent.draft, line, column);
    if (rule.newer) this.report('newer-schema');
  }

  /** The same as `open`, `text` and `close` of an element with nothing but text; `false` when more is to be said of it. */
  element(name: string, text: string, line: number, column: number): boolean {
    const parent = this.#top();
    const rule = this.#skipping > 0 ? undefined : parent.rule.byName.get(name);
    const isUsual = rule?.kind === 'value' && !rule.newer && (rule.repeats || parent.seen[rule.index] !== parent.use);
    const { elementsPerProduct, depth, textLength } = this.#limits;
    const isWithin = this.#elements < elementsPerProduct && this.#depth + 1 < depth && text.length <= textLength;
    if (!isUsual || !isWithin) return false;
    this.#elements += 1;
    parent.seen[rule.index] = parent.use;
    this.#marks.add(rule.number, rule.many ? listLength(parent.draft, rule) : 0, line, column);
    this.#push(rule, parent.draft, line, column);
    const value = this.#readText(rule, text);
    this.#depth -= 1;
    this.#store(rule, parent.draft, value);
    return true;
  }

  text(text: string): void {
    if (this.#skipping > 0) return;
    const frame = this.#top();
    if (frame.rule.kind === 'value') {
      frame.text = frame.text === '' ? text : frame.text + text;
      if (frame.text.length > this.#limits.textLength) {
        throw new FeedFault(
          feedIssue(
            'text-too-long',
            frame,
            { element: frame.rule.element, limit: this.#limits.textLength },
            this.#path(),
          ),
        );
      }
    } else if (!isBlank(text)) {
      this.#addIssue('unexpected-text', this.#position(), { element: frame.rule.element }, this.#path());
    }
  }

  attribute(name: string, line: number, column: number): void {
    const element = this.#skipping > 0 || isKnownAttribute(name) ? undefined : this.#top().rule.element;
    if (element)
      this.#addIssue('unknown-attribute', { line, column }, { element, attribute: excerpt(name) }, this.#path());
  }

  /** Closes the innermost element. Answers the finished entry when that was the item. */
  close(): Entry | undefined {
    if (this.#skipping > 0) {
      this.#skipping -= 1;
      return undefined;
    }
    const frame = this.#top();
    const value = frame.rule.kind === 'value' ? this.#readValue(frame) : this.#finishRecord(frame);
    if (this.#depth === 1) {
      this.#depth = 0;
      return this.#entry(frame, this.#position().line, value);
    }
    this.#depth -= 1;
    this.#store(frame.rule, this.#top().draft, value);
    return undefined;
  }

  /** Gives up on the item being read. */
  abandon(issue: FeedIssue, endLine: number): Entry {
    const frame = this.#frames[0] ?? issue;
    this.#issues.push(issue);
    this.#depth = 0;
    return this.#entry(frame, endLine, undefined);
  }

  #readValue(frame: Frame): unknown {
    if (frame.text.trim() !== '') return this.#readText(frame.rule, frame.text);
    this.#reportEmpty(frame);
    return undefined;
  }

  /** Of a text that isn't blank. */
  #readText(rule: CompiledRule, whole: string): unknown {
    const text = isTrimmed(whole) ? whole : whole.trim();
    const found = this.#issues.length;
    const value = rule.read?.(text, this.report);
    if (text.length !== whole.length && found === this.#issues.length && isSpaceWrong(rule, whole, text)) {
      this.report('value-spelling', { value: excerpt(whole), use: excerpt(text) });
    }
    return value;
  }

  #reportEmpty({ rule, hasMarkup }: Frame): void {
    if (hasMarkup) return;
    if (rule.presence === 'required') this.report('empty-required');
    else if (rule.content !== 'text') this.report('empty-value');
    else if (rule.presence === 'optional') this.report('empty-element');
  }

  #finishRecord(frame: Frame): unknown {
    for (const child of frame.rule.wanted) {
      if (frame.seen[child.index] === frame.use) continue;
      const code = child.presence === 'required' ? 'missing-element' : 'element-left-out';
      this.#addIssue(code, frame, { element: child.element }, this.#pathOf(child));
    }
    return frame.rule.build?.(frame.draft, this.report);
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
        this.#addIssue('markup-in-text', { line, column }, params, this.#path());
      }
      parent.hasMarkup = true;
      return undefined;
    }
    const rule = parent.rule.byLooseName.get(name.toLowerCase());
    if (rule === undefined) {
      this.#addIssue('unknown-element', { line, column }, { element: excerpt(name) }, this.#path());
    } else {
      this.#addIssue('element-spelling', { line, column }, { element: name, use: rule.element }, this.#pathOf(rule));
    }
    return rule;
  }

  #newDraft(rule: CompiledRule): SlottedDraft {
    const draft = this.#drafts[rule.number] as SlottedDraft;
    draft.slots.fill(undefined);
    return draft;
  }

  #push(rule: CompiledRule, draft: SlottedDraft, line: number, column: number): void {
    this.#uses += 1;
    const frame = this.#frames[this.#depth];
    if (frame === undefined) {
      this.#frames.push({ rule, draft, text: '', line, column, seen: [], use: this.#uses, hasMarkup: false });
    } else {
      frame.rule = rule;
      frame.draft = draft;
      frame.text = '';
      frame.line = line;
      frame.column = column;
      frame.use = this.#uses;
      frame.hasMarkup = false;
    }
    this.#depth += 1;
  }

  #top(): Frame {
    const frame = this.#frames[this.#depth - 1];
    if (frame === undefined) throw new Error('Nothing is being read');
    return frame;
  }

  #addIssueHere(code: FeedFindingCode, params: FeedIssue['params'] = {}, path = ''): void {
    const frame = this.#top();
    const base = this.#path();
    const full = path === '' ? base : base === '' ? path : `${base}.${path}`;
    this.#addIssue(code, frame, { element: frame.rule.element, ...params }, full);
  }

  #addIssue(code: FeedFindingCode, at: FeedPosition, params: FeedIssue['params'], path: string): void {
    if (this.#issues.length >= this.#limits.issuesPerProduct) this.#issuesLeftOut += 1;
    else this.#issues.push(feedIssue(code, at, params, path));
  }

  /** Where the innermost element is in the shape of the item: `additionalCosts[1].vatMinor`. */
  #path(): string {
    let path = '';
    for (let level = 1; level < this.#depth; level += 1) {
      const frame = this.#frames[level] as Frame;
      path = joinPath(path, frame.rule, (this.#frames[level - 1] as Frame).draft);
    }
    return path;
  }

  #pathOf(child: CompiledRule): string {
    return joinPath(this.#path(), child, this.#top().draft);
  }

  #entry(at: FeedPosition, endLine: number, item: unknown): Entry {
    if (this.#issuesLeftOut > 0) this.#issues.push(feedIssue('too-many-issues', at, { count: this.#issuesLeftOut }));
    const { line, column } = at;
    const place: EntryPlace = { issues: this.#issues, line, column, endLine, marks: this.#marks.toArray() };
    const id = item === undefined ? this.#frames[0]?.draft[this.#kind.idKey] : undefined;
    return this.#kind.entryOf(item, typeof id === 'string' ? { ...place, id } : place);
  }
}

/** Around a number or a date, the schema takes the white space of XML, and no other; around a word none. */
function isSpaceWrong({ content }: CompiledRule, padded: string, text: string): boolean {
  if (content !== undefined) return content === 'word';
  const start = padded.indexOf(text);
  return !isBlank(padded.slice(0, start)) || !isBlank(padded.slice(start + text.length));
}
