import { hasErrorCode, type Issue } from '@enrollkit/core';

/**
 * Reads as far as a feed can be read, and tells why it can't be read further. A feed that breaks off is one of those: what
 * is missing from it may just not have arrived. Other errors pass through.
 */
export async function* untilUnreadable<Entry extends { readonly issues: readonly Issue[] }>(
  entries: AsyncIterable<Entry>,
  onUnreadable: (problem: Issue) => void,
): AsyncGenerator<Entry, void, undefined> {
  try {
    for await (const entry of entries) {
      const cut = entry.issues.find(({ code }) => code === 'unexpected-end');
      if (cut) onUnreadable(cut);
      yield entry;
    }
  } catch (error) {
    const [problem] = hasErrorCode(error, 'invalid') ? error.issues : [];
    if (!problem) throw error;
    onUnreadable(problem);
  }
}
