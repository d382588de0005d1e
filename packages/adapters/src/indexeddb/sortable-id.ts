import type { Instant } from '@enrollkit/core';

/**
 * A UUID (version 7) that sorts by the moment it was made, so that lists, which are ordered by id, show records in the
 * order in which they came. Not `crypto.randomUUID`: that one is missing on pages that came over plain http.
 */
export function sortableId(now: Instant): string {
  const time = Date.parse(now).toString(16).padStart(12, '0');
  const random = crypto.getRandomValues(new Uint8Array(10));
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex.slice(1, 4)}-${variant.toString(16)}${hex.slice(6, 8)}-${hex.slice(8)}`;
}
