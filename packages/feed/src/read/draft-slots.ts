import type { CompiledRule } from '../schema/compiled-rule.js';
import type { Draft } from '../schema/element-rule.js';

/** A draft that is filled by number, which takes a fraction of filling it by name, and read by name when it is whole. */
export interface SlottedDraft extends Draft {
  readonly slots: unknown[];
}

/** An empty draft of a record. */
export function emptyDraft({ keys }: CompiledRule): SlottedDraft {
  const named: PropertyDescriptorMap = {};
  keys.forEach((key, slot) => {
    named[key] = {
      enumerable: true,
      get(this: SlottedDraft) {
        return this.slots[slot];
      },
    };
  });
  // On a prototype, where engines keep them as quick to find as a class's own.
  const prototype: object = Object.defineProperties({}, named);
  return Object.create(prototype, { slots: { value: keys.map(() => undefined) } }) as SlottedDraft;
}

/** Empties a draft that was filled. By hand: so few that a built-in would take longer to start. */
export function clearDraft(draft: SlottedDraft): SlottedDraft {
  const { slots } = draft;
  for (let slot = 0; slot < slots.length; slot += 1) slots[slot] = undefined;
  return draft;
}
