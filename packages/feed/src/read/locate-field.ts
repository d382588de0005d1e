import { COMPILED_RULES } from './compiled-rule.js';
import type { EntryPlace, FeedPosition } from './feed-entry.js';

const NUMBERS_PER_MARK = 4;

/**
 * Where a field of a product (or trainer) was in the feed, by its path in the shape of the product. A field that wasn't
 * there is placed at what should have held it, in the end the product.
 *
 * @example
 * locateField(entry, 'additionalCosts[1].vatMinor') // { line: 43, column: 17 }
 */
export function locateField(entry: FieldMarks, path: string): FeedPosition {
  return fieldLocator(entry)(path);
}

/** {@link locateField} for who asks about many fields of one entry: its marks are unpacked once, at the first question. */
export function fieldLocator(entry: FieldMarks): (path: string) => FeedPosition {
  let positions: ReadonlyMap<string, FeedPosition> | undefined;
  return (path) => {
    positions ??= fieldPositions(entry);
    let wanted = path;
    while (wanted !== '') {
      const found = positions.get(wanted);
      if (found) return found;
      wanted = wanted.replace(/(?:\[\d+\]|\.?[^.[\]]*)$/, '');
    }
    return { line: entry.line, column: entry.column };
  };
}

type FieldMarks = Pick<EntryPlace, 'line' | 'column' | 'marks'>;

function fieldPositions({ marks }: FieldMarks): ReadonlyMap<string, FeedPosition> {
  const positions = new Map<string, FeedPosition>();
  const pathOfRule: string[] = [];
  for (let at = 0; at < marks.length; at += NUMBERS_PER_MARK) {
    const [number = 0, index = 0, line = 1, column = 1] = marks.slice(at, at + NUMBERS_PER_MARK);
    const rule = COMPILED_RULES[number];
    if (rule === undefined) continue;
    const around = pathOfRule[rule.parent] ?? '';
    const part = rule.many && rule.path !== '' ? `${rule.path}[${index}]` : rule.path;
    const path = [around, part].filter((each) => each !== '').join('.');
    pathOfRule[number] = path;
    // A list item that could not be read leaves its index to the next one: the last is the one in the product.
    if (rule.kind !== 'wrapper') positions.set(path, { line, column });
  }
  return positions;
}
