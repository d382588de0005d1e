import { COMPILED_RULES, type CompiledRule } from '../schema/compiled-rule.js';
import type { EntryPlace } from './feed-entry.js';
import type { FeedPosition } from '../findings/feed-issue.js';
import { NUMBERS_PER_MARK } from './mark-list.js';

type FieldMarks = Pick<EntryPlace, 'line' | 'column' | 'marks'>;

/**
 * Where a field of a product (or trainer) was in the feed, by its path in the shape of the product. A field that wasn't
 * there is placed at what should have held it, in the end the product.
 *
 * @example
 * locateField(entry, 'additionalCosts[1].vatMinor') // { line: 43, column: 17 }
 */
export function locateField(entry: FieldMarks, path: string): FeedPosition {
  return nearest(entry, path, (rules, indexes) => findMark(entry.marks, rules, indexes));
}

/** Going through the marks takes less than learning them by heart, so often. */
const FEW = 8;

/** {@link locateField} of one entry, of which very many fields may be asked for. */
export function fieldLocator(entry: FieldMarks): (path: string) => FeedPosition {
  let asked = 0;
  let places: ReadonlyMap<string, FeedPosition> | undefined;
  return (path) => {
    asked += 1;
    if (asked <= FEW) return locateField(entry, path);
    const known = (places ??= placesOf(entry.marks));
    return nearest(entry, path, (rules, indexes) => known.get(keyOf(rules.at(-1)?.number ?? 0, indexes)));
  };
}

function nearest(
  entry: FieldMarks,
  path: string,
  find: (rules: readonly CompiledRule[], indexes: readonly number[]) => FeedPosition | undefined,
): FeedPosition {
  const fields = fieldsOf(entry.marks[0] ?? 0);
  let wanted = path;
  while (wanted !== '') {
    const rules = fields.get(wanted.replace(INDEX, '[]'));
    const found = rules && find(rules, indexesIn(wanted));
    if (found) return found;
    wanted = wanted.replace(LAST_PART, '');
  }
  return { line: entry.line, column: entry.column };
}

const INDEX = /\[\d+\]/g;
const LAST_PART = /(?:\[\d+\]|\.?[^.[\]]*)$/;

/** The rules on the way to each field, the field's own last, by its path with `[]` for every index. */
type Fields = ReadonlyMap<string, readonly CompiledRule[]>;
const FIELDS = new Map<number, Fields>();

function fieldsOf(root: number): Fields {
  let fields = FIELDS.get(root);
  if (fields === undefined) {
    fields = new Map(waysFrom(COMPILED_RULES[root], '', []));
    FIELDS.set(root, fields);
  }
  return fields;
}

function* waysFrom(
  rule: CompiledRule | undefined,
  around: string,
  way: readonly CompiledRule[],
): Generator<[string, readonly CompiledRule[]]> {
  for (const child of rule?.children ?? []) {
    const part = isIndexed(child) ? `${child.path}[]` : child.path;
    const path = [around, part].filter((each) => each !== '').join('.');
    const ownWay = child.kind === 'wrapper' ? way : [...way, child];
    if (child.kind !== 'wrapper') yield [path, ownWay];
    yield* waysFrom(child, path, ownWay);
  }
}

function isIndexed(rule: CompiledRule): boolean {
  return rule.many && rule.path !== '';
}

function indexesIn(path: string): readonly number[] {
  return (path.match(INDEX) ?? []).map((index) => Number(index.slice(1, -1)));
}

/**
 * Follows the marks, which are in the order of the feed, along the way to a field. A list item that could not be read
 * leaves its index to the next one: the last is the one in the product.
 */
function findMark(
  marks: readonly number[],
  way: readonly CompiledRule[],
  indexes: readonly number[],
): FeedPosition | undefined {
  let found: FeedPosition | undefined;
  let followed = 0;
  const wanted = way.map((rule, step) => (isIndexed(rule) ? indexes[way.slice(0, step).filter(isIndexed).length] : 0));
  for (let at = 0; at < marks.length; at += NUMBERS_PER_MARK) {
    const step = way.findIndex(({ number }) => number === marks[at]);
    if (step === -1 || step > followed) continue;
    followed = wanted[step] === marks[at + 1] ? step + 1 : step;
    if (followed === way.length) found = { line: marks[at + 2] ?? 1, column: marks[at + 3] ?? 1 };
  }
  return found;
}

/** Every mark by its rule and the indexes on the way to it, in one go. Of one path the last counts, as above. */
function placesOf(marks: readonly number[]): ReadonlyMap<string, FeedPosition> {
  const places = new Map<string, FeedPosition>();
  const current: number[] = [];
  for (let at = 0; at < marks.length; at += NUMBERS_PER_MARK) {
    const number = marks[at] ?? 0;
    current[number] = marks[at + 1] ?? 0;
    const indexes = indexedWayTo(number).map((step) => current[step] ?? 0);
    places.set(keyOf(number, indexes), { line: marks[at + 2] ?? 1, column: marks[at + 3] ?? 1 });
  }
  return places;
}

function keyOf(rule: number, indexes: readonly number[]): string {
  return `${rule}:${indexes.join()}`;
}

const INDEXED_WAYS: (readonly number[] | undefined)[] = [];

/** The numbers of the rules on the way to one, itself included, that have an index in its path. */
function indexedWayTo(number: number): readonly number[] {
  let way = INDEXED_WAYS[number];
  if (way === undefined) {
    const rule = COMPILED_RULES[number];
    const before = rule && rule.parent !== number ? indexedWayTo(rule.parent) : [];
    way = rule && rule.kind !== 'wrapper' && isIndexed(rule) ? [...before, number] : before;
    INDEXED_WAYS[number] = way;
  }
  return way;
}
