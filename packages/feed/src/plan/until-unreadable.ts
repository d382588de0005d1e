import { hasErrorCode, type Issue } from '@enrollkit/core';

/** Reads as far as a feed can be read, and tells why it can't be read further. Other errors pass through. */
export async function* untilUnreadable<Entry>(
  entries: AsyncIterable<Entry>,
  onUnreadable: (problem: Issue) => void,
): AsyncGenerator<Entry, void, undefined> {
  try {
    yield* entries;
  } catch (error) {
    const [problem] = hasErrorCode(error, 'invalid') ? error.issues : [];
    if (!problem) throw error;
    onUnreadable(problem);
  }
}
