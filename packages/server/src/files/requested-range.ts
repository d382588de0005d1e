import type { ByteRange } from './byte-range.js';

/** What a request wants of a file: all of it, a part, or a part that isn't there. */
export type RequestedRange = ByteRange | 'all' | 'unsatisfiable';

/**
 * Reads a `Range` header. RFC 9110, section 14.2: what isn't understood is answered with the whole file, and so are several
 * parts at once, which no client of a certificate needs and which ask for more work than they are worth.
 *
 * @example
 * requestedRange('bytes=-500', 2000); // { start: 1500, end: 2000 }
 */
export function requestedRange(header: string | null, size: number): RequestedRange {
  const [, first = '', last = ''] = /^bytes=[ \t]*(\d*)-(\d*)[ \t]*$/i.exec(header ?? '') ?? [];
  if (first === '' && last === '') return 'all';
  if (first === '') return Number(last) > 0 && size > 0 ? range(size - Number(last), size, size) : 'unsatisfiable';
  // The end comes before the start: no range at all.
  if (last !== '' && Number(last) < Number(first)) return 'all';
  if (Number(first) >= size) return 'unsatisfiable';
  return range(Number(first), last === '' ? size : Number(last) + 1, size);
}

function range(start: number, end: number, size: number): ByteRange {
  return { start: Math.max(0, start), end: Math.min(end, size) };
}
