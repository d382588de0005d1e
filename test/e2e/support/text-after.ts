import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** What is written there after something that changes it, and not before that has come. */
export async function textAfter(place: Locator, change: () => Promise<unknown>): Promise<string> {
  const before = await place.innerText();
  await change();
  let now = before;
  await expect.poll(async () => (now = await place.innerText())).not.toBe(before);
  return now;
}
