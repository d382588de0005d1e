import { readdirSync, readlinkSync } from 'node:fs';

/** Paths below a folder that this process has open. Linux only. */
export function openFilesOf(directory: string): readonly string[] {
  return readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const path = readlinkSync(`/proc/self/fd/${descriptor}`);
      return path.startsWith(directory) ? [path] : [];
    } catch {
      return []; // The one that read the folder itself.
    }
  });
}

/** Waits for something that will be true; the test's own time limit is the end of it. */
export async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setImmediate(resolve));
}
