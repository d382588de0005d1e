import type { TransferredFiles } from '../../base/files/transferred-files.js';
import { isJunk, isZipName, type FoundFile } from './found-file.js';
import type { UnpackLimits } from './unpack-zip.js';

export interface CollectLimits {
  /** Of one file. */
  readonly maxSizeBytes: number;
  /** Of all that comes out of zips. */
  readonly maxTotalBytes: number;
  readonly maxFiles: number;
}

/** A zip in a zip is unpacked, one in that isn't: nobody packs certificates so, and bombs are. */
const DEEPEST = 2;

/** Every file that was given: out of folders and zips too. Nothing is left out without a word but what systems put there. */
export async function* collectFiles(
  given: TransferredFiles,
  limits: CollectLimits,
): AsyncGenerator<FoundFile, void, undefined> {
  const { maxSizeBytes, maxTotalBytes } = limits;
  const unpacking = { maxSizeBytes, maxZipBytes: maxTotalBytes, budget: { left: maxTotalBytes } };
  let count = 0;
  for await (const found of everything(given, unpacking)) {
    count += 1;
    if (count <= limits.maxFiles) yield found;
    else {
      yield { ...found, file: new File([], found.file.name), code: 'too-many-files' };
      return;
    }
  }
}

async function* everything(given: TransferredFiles, limits: UnpackLimits): AsyncGenerator<FoundFile, void, undefined> {
  for (const file of given.files) yield* opened({ path: file.webkitRelativePath || file.name, file }, limits, 0);
  for (const entry of given.entries ?? []) {
    for await (const found of inFolder(entry)) yield* opened(found, limits, 0);
  }
}

async function* opened(
  found: FoundFile,
  limits: UnpackLimits,
  depth: number,
): AsyncGenerator<FoundFile, void, undefined> {
  if (isJunk(found.path)) return;
  if (found.code || !(await isZip(found.file))) yield found;
  else if (depth >= DEEPEST) yield { ...found, code: 'zip-nested' };
  else {
    const { unpackZip } = await import('./unpack-zip.js');
    // What was unpacked is a zip: what comes out of it counts, and not both.
    if (depth > 0) limits.budget.left += found.file.size;
    // A zip may be larger than one certificate; what is in it may not.
    const inner = depth + 1 < DEEPEST ? limits : { ...limits, maxZipBytes: limits.maxSizeBytes };
    for await (const each of unpackZip(found.file, found.path, inner)) {
      const isTooLarge = each.file.size > limits.maxSizeBytes && !(await isZip(each.file));
      if (isTooLarge) yield { ...each, file: new File([], each.file.name), code: 'file-too-large' };
      else yield* opened(each, limits, depth + 1);
    }
  }
}

/** By its name and its first bytes: a Word document is a zip as well. */
async function isZip(file: File): Promise<boolean> {
  if (!isZipName(file.name)) return false;
  const head = new Uint8Array(
    await file
      .slice(0, 4)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

async function* inFolder(folder: FileSystemDirectoryEntry): AsyncGenerator<FoundFile, void, undefined> {
  const path = folder.fullPath.replace(/^\//, '');
  const reader = folder.createReader();
  for (;;) {
    // It answers a hundred at a time, and nothing when there are no more.
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject)).catch(
      () => undefined,
    );
    if (!some) yield { path, file: new File([], folder.name), code: 'file-unreadable' };
    if (!some || some.length === 0) return;
    for (const entry of some) {
      if (entry.isDirectory) yield* inFolder(entry as FileSystemDirectoryEntry);
      else yield await fileOf(entry as FileSystemFileEntry);
    }
  }
}

async function fileOf(entry: FileSystemFileEntry): Promise<FoundFile> {
  const path = entry.fullPath.replace(/^\//, '');
  try {
    return { path, file: await new Promise<File>((resolve, reject) => entry.file(resolve, reject)) };
  } catch {
    return { path, file: new File([], entry.name), code: 'file-unreadable' };
  }
}
