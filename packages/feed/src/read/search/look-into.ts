import { DEFAULT_READ_LIMITS } from '../read-limits.js';
import { unpackedPieces } from '../../bytes/unpack-gzip.js';

/** More is not before the root of any feed that anybody sends. */
const LONGEST_START = 4096;

/** A feed that was looked into: what it is of, and all that it is made of. */
interface LookedInto {
  readonly kind: 'products' | 'trainers';
  readonly source: string | AsyncIterable<Uint8Array>;
}

/** Tells a feed of trainers by its first element, whatever its encoding, packed or not. */
export async function lookInto(source: string | AsyncIterable<Uint8Array>): Promise<LookedInto> {
  if (typeof source === 'string') return { kind: kindOf(source.slice(0, LONGEST_START)), source };
  const { pieces } = unpackedPieces(source, DEFAULT_READ_LIMITS.unpackedTimes);
  const iterator = (pieces as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
  const read: Uint8Array[] = [];
  let start = '';
  while (start.length < LONGEST_START) {
    const next = await iterator.next();
    if (next.done) break;
    read.push(next.value);
    start += letters(next.value.subarray(0, LONGEST_START));
  }
  return { kind: kindOf(start), source: startingWith(read, iterator) };
}

function kindOf(start: string): 'products' | 'trainers' {
  const root = /<(products|trainers)(?=[\s/>])/i.exec(start.replace(/<!--[^]*?-->/g, ''))?.[1];
  return root?.toLowerCase() === 'trainers' ? 'trainers' : 'products';
}

/** As far as ASCII goes, in any encoding: of two bytes a letter, one is zero. */
function letters(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.filter((byte) => byte !== 0));
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
