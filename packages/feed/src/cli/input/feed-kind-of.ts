import { unpackedPieces } from '../../bytes/unpack-gzip.js';
import { DEFAULT_READ_LIMITS } from '../../read/read-limits.js';

/** More is not before the root of any feed that anybody sends. */
const LONGEST_START = 4096;

/** A feed that was looked into: what it is of, and all of its bytes. */
interface LookedInto {
  readonly isTrainers: boolean;
  readonly bytes: AsyncIterable<Uint8Array>;
}

/** Tells a feed of trainers by its first element, whatever its encoding, packed or not. */
export async function feedKindOf(source: AsyncIterable<Uint8Array>): Promise<LookedInto> {
  const { pieces } = unpackedPieces(source, DEFAULT_READ_LIMITS.unpackedTimes);
  const iterator = (pieces as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let start = '';
  while (start.length < LONGEST_START) {
    const next = await iterator.next();
    if (next.done) break;
    const { value } = next;
    read.push(value);
    // Of two bytes a letter, one is zero.
    start += Buffer.from(value.subarray(0, LONGEST_START)).toString('latin1').replaceAll('\0', '');
  }
  const root = /<([a-z][\w-]*)/i.exec(start.replace(/<!--[^]*?-->/g, ''))?.[1];
  return { isTrainers: root?.toLowerCase() === 'trainers', bytes: startingWith(read, iterator) };
}

async function* startingWith(
  read: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* read;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
