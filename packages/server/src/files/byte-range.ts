/** A part of a file: from `start` up to and without `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The part of a part that `slice(start, end)` means, as a `Blob` understands it: negative numbers count from the end, and
 * what lies outside is left out.
 *
 * @example
 * sliceRange({ start: 100, end: 200 }, -10); // { start: 190, end: 200 }
 */
export function sliceRange(whole: ByteRange, start = 0, end?: number): ByteRange {
  const size = whole.end - whole.start;
  const from = clamp(start, size);
  const to = clamp(end ?? size, size);
  return { start: whole.start + from, end: whole.start + Math.max(from, to) };
}

function clamp(position: number, size: number): number {
  return position < 0 ? Math.max(0, size + position) : Math.min(position, size);
}
