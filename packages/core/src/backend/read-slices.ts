import type { Binary } from '../certificate/certificate.js';
import { throwIfAborted } from '../abort.js';
import { errorIssue } from '../issue.js';
import { EnrollkitError } from '../errors.js';
import type { StageOptions } from './store.js';

/** Read in steps of this size, so that progress is told, a stop is noticed, and memory stays flat. */
const STEP_BYTES = 1024 * 1024;

/**
 * Reads any bytes a step at a time, telling how far it is. Rejects with `aborted` when the caller stops it, and with
 * `invalid` (`file-unreadable`) when the bytes can no longer be read.
 */
export async function* readSlices(
  content: Binary,
  { signal, onProgress }: StageOptions = {},
): AsyncGenerator<Uint8Array, void, undefined> {
  const totalBytes = content.size;
  onProgress?.({ sentBytes: 0, totalBytes });
  for (let start = 0; start < totalBytes; start += STEP_BYTES) {
    throwIfAborted(signal);
    const end = Math.min(start + STEP_BYTES, totalBytes);
    yield await readSlice(content, start, end);
    onProgress?.({ sentBytes: end, totalBytes });
  }
  throwIfAborted(signal);
}

async function readSlice(content: Binary, start: number, end: number): Promise<Uint8Array> {
  const part = await content
    .slice(start, end)
    .arrayBuffer()
    .catch((cause: unknown) => Promise.reject(unreadable(cause)));
  if (part.byteLength !== end - start) throw unreadable();
  return new Uint8Array(part);
}

/** A folder, or a file that was changed or removed since it was handed in. */
function unreadable(cause?: unknown): EnrollkitError {
  const issues = [errorIssue('file-unreadable', 'file')];
  return new EnrollkitError('invalid', 'The file can no longer be read', { cause, issues });
}
