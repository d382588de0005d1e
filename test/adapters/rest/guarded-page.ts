import { openRestBackend } from '@enrollkit/adapters/rest';
import type { ErrorCode } from '@enrollkit/core';

/** What became of the read. */
export type GuardedOutcome = 'read' | ErrorCode;

// A page of its own, for its policy: answers with the code of what a read at the address that it is told fails with.
window.addEventListener('message', ({ data: baseUrl }: MessageEvent<string>) => {
  const backend = openRestBackend({ baseUrl, retryDelayMs: 1, offlineQueue: false });
  const tell = (outcome: GuardedOutcome): void => parent.postMessage(outcome, '*');
  backend.getProduct('p1').then(
    () => tell('read'),
    (error: unknown) => tell((error as { readonly code: ErrorCode }).code),
  );
});
parent.postMessage('ready', '*');
