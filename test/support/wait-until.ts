// oxlint-disable-next-line no-restricted-imports -- with other limits
import { waitUntil as wait } from '@open-wc/testing';

/** Less than a test may take, so that it is told what was waited for. */
const MOST_MS = 60_000;

/** Waits for a state, on a machine that has other work too: the library's own second is over in no time there. */
export function waitUntil(isSo: () => unknown, what?: string): Promise<void> {
  return wait(isSo, what, { timeout: MOST_MS, interval: 20 });
}
