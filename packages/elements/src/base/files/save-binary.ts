import type { Binary } from '@enrollkit/core';
import { saveBlob } from './save-blob.js';

/** Has the browser save what a backend answered, which need not be a `Blob`. */
export async function saveBinary(content: Binary, name: string): Promise<void> {
  saveBlob(content instanceof Blob ? content : new Blob([await content.arrayBuffer()]), name);
}
