import { Inflate } from 'fflate';
import type { FoundFile } from './found-file.js';
import { isJunk } from './found-file.js';
import { contentOf, readZipDirectory, type ZipEntry } from './zip-directory.js';

export interface UnpackLimits {
  /** Of one file. */
  readonly maxSizeBytes: number;
  /** Of everything together. */
  readonly maxTotalBytes: number;
}

const STEP_BYTES = 256 * 1024;

/**
 * The files in a zip, one after the other, each unpacked only when it is its turn. A file never gets larger than it may be,
 * whatever the zip claims: unpacking stops there.
 */
export async function* unpackZip(
  zip: File,
  path: string,
  { maxSizeBytes, maxTotalBytes }: UnpackLimits,
): AsyncGenerator<FoundFile, void, undefined> {
  const entries = await readZipDirectory(zip).catch(() => undefined);
  if (!entries) {
    yield { path, file: zip, code: 'zip-unreadable' };
    return;
  }
  let total = 0;
  for (const entry of entries) {
    if (entry.path.endsWith('/') || isJunk(entry.path)) continue;
    const inner = `${path}/${entry.path}`;
    const name = entry.path.split(/[\\/]/).at(-1) || entry.path;
    const left = Math.min(maxSizeBytes, maxTotalBytes - total);
    const refused = new File([], name);
    if (entry.isEncrypted) yield { path: inner, file: refused, code: 'zip-encrypted' };
    else if (entry.method !== 0 && entry.method !== 8) yield { path: inner, file: refused, code: 'zip-unreadable' };
    else if (entry.bytes > maxSizeBytes) yield { path: inner, file: refused, code: 'file-too-large' };
    else if (entry.bytes > left) yield { path: inner, file: refused, code: 'too-many-files' };
    else {
      const content = await unpackEntry(zip, entry, left).catch(() => undefined);
      total += content?.size ?? 0;
      if (content) yield { path: inner, file: new File([content], name) };
      else yield { path: inner, file: refused, code: 'zip-unreadable' };
    }
  }
}

async function unpackEntry(zip: Blob, entry: ZipEntry, limit: number): Promise<Blob | undefined> {
  const packed = await contentOf(zip, entry);
  if (!packed || entry.method === 0) return packed && packed.size <= limit ? packed : undefined;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    // Beyond what it claims there is nothing to look at: a bomb, or a broken zip.
    if (size <= limit && size <= entry.bytes) parts.push(part);
  });
  for (let at = 0; at < packed.size && size <= entry.bytes; at += STEP_BYTES) {
    const step = new Uint8Array(await packed.slice(at, at + STEP_BYTES).arrayBuffer());
    inflate.push(step, at + STEP_BYTES >= packed.size);
  }
  return size === entry.bytes && size <= limit ? new Blob(parts) : undefined;
}
