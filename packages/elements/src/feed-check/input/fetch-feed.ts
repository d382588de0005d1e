import { FeedFault } from './chosen-feed.js';

interface FetchOptions {
  readonly maxBytes: number;
  readonly signal: AbortSignal;
  /** `totalBytes` is there when the server tells it. */
  readonly onProgress: (readBytes: number, totalBytes: number | undefined) => void;
}

/**
 * Fetches a feed as any page may: without cookies, and only where the other site allows it. Throws a `FeedFault` that says
 * what to do instead; a page can't be told why another site's answer is kept from it.
 */
export async function fetchFeed(address: string, { maxBytes, signal, onProgress }: FetchOptions): Promise<Blob> {
  const response = await fetch(address, { credentials: 'omit', signal }).catch((error: unknown) => {
    throwIfAborted(signal, error);
    throw new FeedFault({ code: navigator.onLine ? 'unreachable' : 'offline' });
  });
  if (!response.ok) throw new FeedFault({ code: 'http-status', status: response.status });
  // The length is that of what travels: packed by the server, it says nothing of what comes out.
  const length = response.headers.has('Content-Encoding') ? 0 : Number(response.headers.get('Content-Length'));
  const total = length > 0 ? length : undefined;
  if (total !== undefined && total > maxBytes) throw new FeedFault({ code: 'too-large' });
  return readBody(response, { total, maxBytes, signal, onProgress });
}

async function readBody(
  response: Response,
  { total, maxBytes, signal, onProgress }: FetchOptions & { readonly total: number | undefined },
): Promise<Blob> {
  const reader = response.body?.getReader();
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  let read = 0;
  for (;;) {
    const { done = true, value } = (await reader?.read().catch((error: unknown) => {
      throwIfAborted(signal, error);
      throw new FeedFault({ code: navigator.onLine ? 'unreachable' : 'offline' });
    })) ?? { value: undefined };
    if (done || !value) return new Blob(pieces);
    pieces.push(value);
    read += value.length;
    onProgress(read, total);
    if (read > maxBytes) {
      void reader?.cancel();
      throw new FeedFault({ code: 'too-large' });
    }
  }
}

function throwIfAborted(signal: AbortSignal, error: unknown): void {
  if (signal.aborted) throw error;
}
