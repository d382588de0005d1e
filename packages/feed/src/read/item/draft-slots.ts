import type { CompiledRule } from '../../schema/compiled-rule.js';
import type { Draft } from '../../schema/element-rule.js';

/** A draft that is filled by number, which takes a fraction of filling it by name, and read by name when it is whole. */
export interface SlottedDraft extends Draft {
  readonly slots: unknown[];
}

/** An empty draft of a record. */
export function emptyDraft(rule: CompiledRule): SlottedDraft {
  let prototype = PROTOTYPES.get(rule);
  if (prototype === undefined) PROTOTYPES.set(rule, (prototype = prototypeOf(rule)));
  return Object.create(prototype, { slots: { value: rule.keys.map(() => undefined) } }) as SlottedDraft;
}

/** Made once: that takes longer than reading a small feed. */
const PROTOTYPES = new Map<CompiledRule, object>();

/** On a prototype, engines keep them as quick to find as a class's own. */
function prototypeOf({ keys }: CompiledRule): object {
  const named: PropertyDescriptorMap = {};
  keys.forEach((key, slot) => {
    named[key] = {
      enumerable: true,
      get(this: SlottedDraft) {
        return this.slots[slot];
      },
    };
  });
  return Object.defineProperties({}, named);
}

/** Empties a draft that was filled. By hand: so few that a built-in would take longer to start. */
export function clearDraft(draft: SlottedDraft): SlottedDraft {
  const { slots } = draft;
  for (let slot = 0; slot < slots.length; slot += 1) slots[slot] = undefined;
  return draft;
}
