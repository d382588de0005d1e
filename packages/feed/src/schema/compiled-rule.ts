import type { ElementRule } from './element-rule.js';
import type { Content } from './value-reader.js';

/** A rule ready for reading: its children by name, and its number in the table. */
export interface CompiledRule extends Omit<ElementRule, 'children'> {
  /** Stands for the rule where whole objects would cost too much. */
  readonly number: number;
  /** Place among the children of its parent. */
  readonly index: number;
  /** Number of the rule around it; its own for a product or trainer. */
  readonly parent: number;
  /** Number of the record that has its value; its own for a product or trainer. */
  readonly record: number;
  /** Place of its value among the `keys` of that record. */
  readonly slot: number;
  /** What the schema takes: a number or a date when absent. */
  readonly content: Content | undefined;
  readonly children: readonly CompiledRule[];
  readonly byName: ReadonlyMap<string, CompiledRule>;
  /** By {@link looseName}: finds `Starttime`, `CustomLtiParams` and `Price-Agreement`. */
  readonly byLooseName: ReadonlyMap<string, CompiledRule>;
  /** By the same, items of a list that should be in its wrapper: `AdditionalCost`. */
  readonly outside: ReadonlyMap<string, Outside>;
  /** Children that a reader would miss. */
  readonly wanted: readonly CompiledRule[];
  /** Of a record: the properties that its draft may have. */
  readonly keys: readonly string[];
}

/** An item of a list, and the wrapper that it belongs in. */
export interface Outside {
  readonly rule: CompiledRule;
  readonly wrapper: CompiledRule;
}

const rules: CompiledRule[] = [];

/** Every rule of every kind of feed, by its number. */
export const COMPILED_RULES: readonly CompiledRule[] = rules;

/** Takes a table of rules in. Numbers go by the order of the calls: `feed-kind.ts` makes them, so it is one everywhere. */
export function compileRule(rule: ElementRule): CompiledRule {
  return compile(rule, 0, rules.length, rules.length, []);
}

function compile(
  rule: ElementRule,
  index: number,
  parent: number,
  record: number,
  recordKeys: readonly string[],
): CompiledRule {
  const number = rules.length;
  rules.push(undefined as never);
  const isRecord = rule.kind === 'record';
  const keys = isRecord ? keysOf(rule) : [];
  const inner = isRecord ? number : record;
  const innerKeys = isRecord ? keys : recordKeys;
  const children = rule.children.map((child, place) => compile(child, place, number, inner, innerKeys));
  const compiled: CompiledRule = {
    ...rule,
    number,
    index,
    parent,
    record,
    slot: recordKeys.indexOf(rule.key),
    content: rule.read?.content,
    children,
    byName: new Map(children.map((child) => [child.element, child])),
    byLooseName: new Map(children.map((child) => [looseName(child.element), child])),
    outside: new Map(
      children.flatMap(itemsOf).filter(([name]) => !children.some(({ element }) => looseName(element) === name)),
    ),
    wanted: children.filter((child) => child.presence !== 'optional'),
    keys,
  };
  rules[number] = compiled;
  return compiled;
}

function keysOf(rule: ElementRule): readonly string[] {
  const keys = rule.children.flatMap((child) => (child.kind === 'wrapper' ? keysOf(child) : [child.key]));
  return [...new Set(keys)];
}

/** What a wrapper holds many of. */
function itemsOf(wrapper: CompiledRule): readonly (readonly [string, Outside])[] {
  if (wrapper.kind !== 'wrapper') return [];
  return wrapper.children.filter(({ many }) => many).map((rule) => [looseName(rule.element), { rule, wrapper }]);
}

/** A name without its capitals and what people put between words. */
export function looseName(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '');
}
