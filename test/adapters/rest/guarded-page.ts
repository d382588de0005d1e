import { openRestBackend } from '@enrollkit/adapters/rest';

// A page of its own, for its policy: answers with the code of what a read at the address that it is told fails with.
window.addEventListener('message', ({ data: baseUrl }: MessageEvent<string>) => {
  const backend = openRestBackend({ baseUrl, retryDelayMs: 1, offlineQueue: false });
  backend.getProduct('p1').then(
    () => parent.postMessage('read', '*'),
    (error: unknown) => parent.postMessage((error as { readonly code: string }).code, '*'),
  );
});
parent.postMessage('ready', '*');
