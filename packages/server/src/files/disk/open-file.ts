// Files by their number and not as a `FileHandle`, whose every step costs more: a bundle takes a hundred and more of them.
import { close, fsync, open, write } from 'node:fs';
import { promisify } from 'node:util';

export const openFile: (path: string, flags: string | number, mode?: number) => Promise<number> = promisify(open);
/** The bytes are on the disk when this resolves, as far as the disk says so. */
export const syncOpenFile: (fd: number) => Promise<void> = promisify(fsync);
export const closeFile: (fd: number) => Promise<void> = promisify(close);

const writeSome = promisify(write);

/** Goes on until all is there or it fails: a disk that is nearly full may take a part only. */
export async function writeFully(fd: number, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length;) {
    const { bytesWritten } = await writeSome(fd, bytes, at, bytes.length - at, null);
    at += bytesWritten;
  }
}
