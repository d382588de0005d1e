import type { CompiledRule } from '../schema/compiled-rule.js';
import { joinPath } from './draft-paths.js';
import type { SlottedDraft } from './draft-slots.js';
import type { Frame } from './frame.js';

/** The elements of an item that are open, the item itself first. */
export class FrameStack {
  readonly #frames: Frame[] = [];
  #uses = 0;
  depth = 0;

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
