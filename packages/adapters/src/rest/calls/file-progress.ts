import type { Binary } from '@enrollkit/core';
import type { CallOptions } from '../http/client.js';

/** A browser keeps what it downloads on disk where it is large. */
export const MAX_FILE_BYTES = 1024 ** 3;

/** The browser counts the whole form; what is told is about the file, and never goes back when it is sent again. */
export function fileProgress(file: Pick<Binary, 'size'>, { onProgress }: CallOptions): Pick<CallOptions, 'onProgress'> {
  if (!onProgress) return {};
  const totalBytes = file.size;
  let told = -1;
  return {
    onProgress: (form) => {
      const sentBytes = Math.min(totalBytes, Math.floor((form.sentBytes / form.totalBytes) * totalBytes));
      if (sentBytes <= told) return;
      told = sentBytes;
      onProgress({ sentBytes, totalBytes });
    },
  };
}
