import type { Console } from './console.js';

/** How far the work is. */
export interface Progress {
  /** Bytes, or steps. */
  readonly read: number;
  /** Absent when the source doesn't tell its size. */
  readonly total?: number | undefined;
  /** What is counted beside it: `1.234 producten`. */
  readonly note: string;
}

export interface ProgressBar {
  show(progress: Progress): void;
  /** Takes the bar away. */
  clear(): void;
}

const NO_BAR: ProgressBar = { show: () => undefined, clear: () => undefined };
const MEGABYTE = 1_000_000;

/**
 * A bar on a terminal, beside the output; nothing where nobody looks, or where the output goes to the same terminal while
 * it is made.
 */
export async function openProgressBar(
  console: Console,
  { writesMeanwhile = false, isSteps = false } = {},
): Promise<ProgressBar> {
  if (!console.isAttended || (writesMeanwhile && console.isOutputSeen)) return NO_BAR;
  // Most of the time nobody looks, and loading it takes as long as reading a megabyte.
  const { Presets, SingleBar } = await import('cli-progress');
  const bar = new SingleBar(
    {
      stream: console.surroundings.stderr,
      hideCursor: true,
      clearOnComplete: true,
      fps: 10,
      format: (options, { progress }, { read, total, note }: Progress) => {
        const size = isSteps ? `${read} / ${total ?? '?'}` : `${(read / MEGABYTE).toFixed(1)} MB`;
        if (total === undefined) return isSteps ? `${note}…` : `${size} · ${note}`;
        const done = Math.round(progress * (options.barsize ?? 40));
        const drawn = `${'█'.repeat(done)}${'░'.repeat((options.barsize ?? 40) - done)}`;
        return `${drawn} ${Math.floor(progress * 100)}% · ${size} · ${note}`;
      },
    },
    Presets.shades_classic,
  );
  let isStarted = false;
  return {
    show(progress) {
      const { read, total = Infinity } = progress;
      if (!isStarted) bar.start(total, read, progress);
      else bar.update(read, progress);
      isStarted = true;
    },
    clear() {
      if (isStarted) bar.stop();
      isStarted = false;
    },
  };
}
