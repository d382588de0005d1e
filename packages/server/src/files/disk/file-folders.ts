import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isSha256 } from '../sha256.js';
import { fromDisk, isMissing } from './disk-error.js';

/** One file of a store. */
export interface FoundFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

/** Where the files of a store are. */
export interface FileFolders {
  /** Where a new one belongs. */
  folderOf(sha256: string): string;
  /** Where one is. */
  find(sha256: string): Promise<FoundFile | undefined>;
  /** All of them, by their hashes and in their order. */
  list(): AsyncIterable<readonly [sha256: string, file: FoundFile]>;
}

const FOLDER = /^[0-9a-f]{2}$/;

/**
 * A store has one level of folders (`ab/<its SHA-256>`). With two, as servers before had them (`ab/cd/<its SHA-256>`), nearly
 * each of the first 65,536 files makes a folder, whose name has to be on the disk too. A store that has two keeps them: servers
 * of both versions may be at work on it while one takes the other's place. Files are found either way.
 */
export async function openFileFolders(directory: string): Promise<FileFolders> {
  const oneLevel = (sha256: string) => join(directory, sha256.slice(0, 2));
  const twoLevels = (sha256: string) => join(directory, sha256.slice(0, 2), sha256.slice(2, 4));
  const [folderOf, otherFolderOf] = (await hasTwoLevels(directory)) ? [twoLevels, oneLevel] : [oneLevel, twoLevels];
  const pathsOf = (sha256: string) => [folderOf(sha256), otherFolderOf(sha256)].map((folder) => join(folder, sha256));

  return {
    folderOf,

    async find(sha256) {
      if (!isSha256(sha256)) return undefined;
      for (const path of pathsOf(sha256)) {
        const found = await findAt(path);
        if (found) return found;
      }
      return undefined;
    },

    async *list() {
      for (const first of (await namesIn(directory)).filter((name) => FOLDER.test(name)).sort()) {
        const folder = join(directory, first);
        const names = await namesIn(folder);
        const paths = new Map(names.filter(isSha256).map((name) => [name, join(folder, name)]));
        for (const second of names.filter((name) => FOLDER.test(name))) {
          for (const name of await namesIn(join(folder, second))) {
            if (isSha256(name)) paths.set(name, join(folder, second, name));
          }
        }
        for (const [sha256, path] of [...paths].sort(([one], [other]) => (one < other ? -1 : 1))) {
          const found = await findAt(path);
          if (found) yield [sha256, found];
        }
      }
    },
  };
}

/** As the first folder that isn't empty has it. */
async function hasTwoLevels(directory: string): Promise<boolean> {
  for (const first of (await namesIn(directory)).filter((name) => FOLDER.test(name))) {
    const names = await namesIn(join(directory, first));
    if (names.length > 0) return names.some((name) => FOLDER.test(name));
  }
  return false;
}

async function findAt(path: string): Promise<FoundFile | undefined> {
  try {
    const { size: sizeBytes, mtimeMs: modifiedMs } = await stat(path);
    return { path, sizeBytes, modifiedMs };
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw fromDisk(error);
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    throw fromDisk(error);
  }
}
