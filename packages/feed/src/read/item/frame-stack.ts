import type { CompiledRule } from '../../schema/compiled-rule.js';
import { joinPath } from './draft-paths.js';
import type { SlottedDraft } from './draft-slots.js';
import type { Frame } from './frame.js';

/** The elements of an item that are open, the item itself first. */
export class FrameStack {
  readonly #frames: Frame[] = [];
  #uses = 0;
  depth = 0;
  #leaf: CompiledRule | undefined;
  #leafLine = 0;
  #leafColumn = 0;

  /** `issuesBefore`: how much had been found by then. */
  push(rule: CompiledRule, draft: SlottedDraft, line: number, column: number, issuesBefore: number): void {
    this.#uses += 1;
    const use = this.#uses;
    const frame = this.#frames[this.depth];
    if (frame === undefined) {
      const fresh = { text: '', seen: [], outside: [], hasMarkup: false };
      this.#frames.push({ rule, draft, line, column, use, issuesBefore, ...fresh });
    } else {
      frame.rule = rule;
      frame.draft = draft;
      frame.text = '';
      frame.line = line;
      frame.column = column;
      frame.use = use;
      frame.hasMarkup = false;
      frame.issuesBefore = issuesBefore;
    }
    this.depth += 1;
  }

  /** Begins a value that is read in one go. Of nearly all nothing is to be said, so it has a frame only once something is. */
  beginLeaf(rule: CompiledRule, line: number, column: number): void {
    this.#leaf = rule;
    this.#leafLine = line;
    this.#leafColumn = column;
  }

  /** Gives the value that is being read its frame, as something is said of it. */
  settleLeaf(issuesBefore: number): void {
    const leaf = this.#leaf;
    if (leaf === undefined) return;
    this.#leaf = undefined;
    this.push(leaf, this.top.draft, this.#leafLine, this.#leafColumn, issuesBefore);
  }

  endLeaf(): void {
    if (this.#leaf === undefined) this.depth -= 1;
    this.#leaf = undefined;
  }

  /** The innermost one. */
  get top(): Frame {
    const frame = this.#frames[this.depth - 1];
    if (frame === undefined) throw new Error('Nothing is being read');
    return frame;
  }

  /** That of the item, also when it was just closed. */
  get first(): Frame | undefined {
    return this.#frames[0];
  }

  /** Where the innermost element is in the shape of the item: `additionalCosts[1].vatMinor`. */
  get path(): string {
    let path = '';
    for (let level = 1; level < this.depth; level += 1) {
      const frame = this.#frames[level] as Frame;
      path = joinPath(path, frame.rule, (this.#frames[level - 1] as Frame).draft);
    }
    return path;
  }

  pathOf(child: CompiledRule): string {
    return joinPath(this.path, child, this.top.draft);
  }
}
