import { Inflate } from 'fflate';
import type { FoundFile } from './found-file.js';
import { isJunk, isZipName } from './found-file.js';
import { crc32 } from './crc-32.js';
import { contentOf, readZipDirectory, type ZipEntry } from './zip-directory.js';

export interface UnpackLimits {
  /** Of one file. */
  readonly maxSizeBytes: number;
  /** Of one zip in the zip. */
  readonly maxZipBytes: number;
  /** How much may still come out of all zips together. */
  readonly budget: { left: number };
}

const STEP_BYTES = 256 * 1024;
/** More than this is handed to the browser, which puts it on the disk. */
const IN_MEMORY_BYTES = 16 * 1024 * 1024;

/**
 * The files in a zip, one after the other, each unpacked only when it is its turn. A file never gets larger than it may be,
 * whatever the zip claims: unpacking stops there.
 */
export async function* unpackZip(
  zip: File,
  path: string,
  limits: UnpackLimits,
): AsyncGenerator<FoundFile, void, undefined> {
  const entries = await readZipDirectory(zip).catch(() => 'file-unreadable' as const);
  if (typeof entries === 'string') {
    yield { path, file: zip, code: entries };
    return;
  }
  for (const entry of entries) {
    if (entry.path.endsWith('/') || isJunk(entry.path)) continue;
    const inner = `${path}/${entry.path}`;
    const name = entry.path.split(/[\\/]/).at(-1) || entry.path;
    const content = refusalOf(entry, limits) ?? (await unpackEntry(zip, entry).catch(codeOf));
    if (typeof content === 'string') yield { path: inner, file: new File([], name), code: content };
    else {
      limits.budget.left -= content.size;
      yield { path: inner, file: new File([content], name) };
    }
  }
}

/** Why one isn't even unpacked: by what the zip says of it, which is held against it later. */
function refusalOf(entry: ZipEntry, { maxSizeBytes, maxZipBytes, budget }: UnpackLimits): FoundFile['code'] {
  if (entry.isEncrypted) return 'zip-encrypted';
  if (entry.method !== 0 && entry.method !== 8) return 'zip-unreadable';
  if (entry.bytes > (isZipName(entry.path) ? maxZipBytes : maxSizeBytes)) return 'file-too-large';
  return entry.bytes > budget.left ? 'too-many-files' : undefined;
}

/** A disk that is gone says so itself; anything else is what was packed. */
function codeOf(error: unknown): NonNullable<FoundFile['code']> {
  return error instanceof DOMException ? 'file-unreadable' : 'zip-damaged';
}

async function unpackEntry(zip: Blob, entry: ZipEntry): Promise<Blob | 'zip-damaged'> {
  const packed = await contentOf(zip, entry);
  if (!packed || (entry.method === 0 && packed.size !== entry.bytes)) return 'zip-damaged';
  let checksum = 0;
  if (entry.method === 0) {
    for await (const step of inSteps(packed)) checksum = crc32(step, checksum);
    return checksum === entry.checksum ? packed : 'zip-damaged';
  }
  let content = new Blob();
  let parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    // Beyond what it claims there is nothing to look at: a bomb, or a broken zip.
    if (size > entry.bytes) return;
    checksum = crc32(part, checksum);
    parts.push(part);
  });
  let read = 0;
  for await (const step of inSteps(packed)) {
    read += step.length;
    inflate.push(step, read >= packed.size);
    if (size > entry.bytes) break;
    if (size - content.size > IN_MEMORY_BYTES) {
      content = new Blob([content, ...parts]);
      parts = [];
    }
  }
  return size === entry.bytes && checksum === entry.checksum ? new Blob([content, ...parts]) : 'zip-damaged';
}

async function* inSteps(packed: Blob): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  for (let at = 0; at < packed.size; at += STEP_BYTES) {
    yield new Uint8Array(await packed.slice(at, at + STEP_BYTES).arrayBuffer());
  }
}
