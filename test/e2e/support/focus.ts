import type { Locator } from 'playwright-core';
import { expect } from 'vitest';

/** Waits until this has the focus: a key that is pressed while the focus is on its way goes to what it is leaving. */
export async function expectFocus(target: Locator): Promise<void> {
  await expect.poll(() => hasFocus(target)).toBe(true);
}

export async function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element.matches(':focus'));
}
