import type { ReadProgress } from '../read/feed-entry.js';
import type { ImportProgress } from './apply/import-target.js';

interface ProgressTeller {
  /** For whoever reads the feed. */
  readonly reading: { readonly onProgress: (progress: ReadProgress) => void };
  /** How much of the feed was read. */
  readonly readBytes: number;
  /** That many more records have been looked at, or steps done. */
  count(number: number): void;
}

/** Tells both how far the reading is and how many records are through, in one. */
export function progressOf(
  onProgress: ((progress: ImportProgress) => void) | undefined,
  steps?: number,
): ProgressTeller {
  let read: ReadProgress = { read: 0 };
  let records = 0;
  const tell = () => onProgress?.({ ...read, records, ...(steps !== undefined && { steps }) });
  const reading = (progress: ReadProgress) => {
    read = progress;
    tell();
  };
  return {
    reading: { onProgress: reading },
    get readBytes() {
      return read.read;
    },
    count(number) {
      records += number;
      tell();
    },
  };
}
