import type { NamedBinary } from '@enrollkit/core';
import { sliceRange } from './byte-range.js';

/**
 * Bytes that are here already, as a file. A `File` would copy them, and hand each part to another thread to read it. Whoever
 * reads all of them at once gets them themselves: nobody who reads a file changes it.
 */
export function memoryFile(bytes: Uint8Array<ArrayBuffer>, name: string): NamedBinary {
  return {
    name,
    size: bytes.length,
    type: '',
    slice(start, end) {
      const part = sliceRange({ start: 0, end: bytes.length }, start, end);
      return memoryFile(bytes.subarray(part.start, part.end), name);
    },
    arrayBuffer: async () => (bytes.length === bytes.buffer.byteLength ? bytes.buffer : new Uint8Array(bytes).buffer),
  };
}
