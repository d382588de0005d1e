import type { CompiledRule } from './compiled-rule.js';
import type { SlottedDraft } from './draft-slots.js';

/** One open element. Frames are kept and used again: a feed has millions of elements. */
export interface Frame {
  rule: CompiledRule;
  draft: SlottedDraft;
  text: string;
  line: number;
  column: number;
  /** Which children have been seen, by their index; holds the number of this use of the frame. */
  readonly seen: number[];
  use: number;
  /** Whether something other than text was found in a value: said once. */
  hasMarkup: boolean;
}
