import { openRestBackend } from '@enrollkit/adapters/rest';
import type { CertificateDraft } from '@enrollkit/core';

/** What a test asks of this page. */
export interface QueuePageOrder {
  readonly baseUrl: string;
  readonly token: string;
  readonly database: string;
  /** Uploaded when there; without it the page only sends what was kept. */
  readonly draft?: CertificateDraft;
}

// A page of its own, so that a test can reload it: it tells its parent when it is ready and what became of an upload.
window.addEventListener('message', ({ data }: MessageEvent<QueuePageOrder>) => {
  const { baseUrl, token, database, draft } = data;
  const backend = openRestBackend({
    baseUrl,
    getToken: () => token,
    retries: 0,
    retryDelayMs: 1,
    offlineQueue: { database },
  });
  if (!draft) return;
  backend.uploadCertificate(draft).then(
    () => parent.postMessage('uploaded', '*'),
    (error: unknown) => parent.postMessage((error as { readonly code: string }).code, '*'),
  );
});
parent.postMessage('ready', '*');
