import { STATUSES_BY_HAND, type ParticipationStatus } from '@enrollkit/core';
import { warnOnce } from '../../base/warn-once.js';

/** One letter for each status that is set by hand. */
export type MarkKeys = ReadonlyMap<string, ParticipationStatus>;

/** Letters that move and choose, here or in every browser. */
const TAKEN = /^[\s/?]$/;

/** `completed:a no-show:x` over the letters of the language. What can't be read is warned about and stays as it was. */
export function readMarkKeys(keys: string | undefined, ofLanguage: Readonly<Record<string, string>>): MarkKeys {
  const chosen = new Map(Object.entries(ofLanguage));
  for (const pair of keys?.trim().split(/\s+/).filter(Boolean) ?? []) {
    const [status = '', key = ''] = pair.split(':');
    const isStatus = (STATUSES_BY_HAND as readonly string[]).includes(status);
    if (isStatus && [...key].length === 1 && !TAKEN.test(key)) chosen.set(status, key.toLowerCase());
    else warnOnce('key-unreadable', [pair]);
  }
  const byKey = new Map<string, ParticipationStatus>();
  for (const status of STATUSES_BY_HAND) {
    const key = chosen.get(status);
    if (key === undefined) continue;
    if (byKey.has(key)) warnOnce('key-taken', [key]);
    else byKey.set(key, status);
  }
  return byKey;
}

/** The letter of a status, to be shown beside it. */
export function keyOf(keys: MarkKeys, status: ParticipationStatus): string | undefined {
  return [...keys].find(([, each]) => each === status)?.[0]?.toUpperCase();
}

/**
 * Whether a key is for the list: on a row any, and on a button below it those that mean nothing to a button, so that the keys that
 * it shows do what they say. A button in a row and the head have their own keys, and a note is text.
 */
export function isForList(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || event.altKey) return false;
  const target = event.target as Element;
  if (target.matches('tr, td > input')) return true;
  return target.matches('.bar button') && /^(\S|Escape)$/.test(event.key);
}
