import type { CompiledRule } from '../../schema/compiled-rule.js';
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
  /** The same of wrappers whose items were beside them. */
  readonly outside: number[];
  use: number;
  /** How much had been found when it was opened. */
  issuesBefore: number;
  /** Whether something other than text was found in a value: said once. */
  hasMarkup: boolean;
}
