import type { Binary } from '../certificate.js';

/** Bytes in memory as a file, whose parts are views of them and no copies: nobody who looks into a file changes it. */
export class HeldBytes implements Binary {
  readonly type = '';
  readonly bytes: Uint8Array<ArrayBuffer>;

  constructor(bytes: Uint8Array<ArrayBuffer>) {
    this.bytes = bytes;
  }

  get size(): number {
    return this.bytes.length;
  }

  slice(start?: number, end?: number): HeldBytes {
    return new HeldBytes(this.bytes.subarray(start, end));
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    return this.bytes.slice().buffer;
  }
}

/** All bytes of a file, to be read only. */
export async function bytesOf(file: Binary): Promise<Uint8Array<ArrayBuffer>> {
  return file instanceof HeldBytes ? file.bytes : new Uint8Array(await file.arrayBuffer());
}
