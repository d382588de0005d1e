import type { Binary } from '@enrollkit/core';

/** A browser's own file as it is, never read into memory; what only looks like one is read. */
export async function toBlob(binary: Binary): Promise<Blob> {
  return binary instanceof Blob ? binary : new Blob([await binary.arrayBuffer()], { type: binary.type });
}
