/** Runs a task when it is its turn, for whom it is. */
export type InTurn = <Result>(task: () => Promise<Result>, owner?: string) => Promise<Result>;

/**
 * Lets so many tasks run at once. The others wait, those of one owner in the order they came, and the owners take turns: who
 * sends a thousand files holds nobody else up.
 *
 * @example
 * const inTurn = atMost(2);
 * await Promise.all(files.map((file) => inTurn(() => send(file), provider)));
 */
export function atMost(count: number): InTurn {
  const waiting = new Map<string, (() => void)[]>();
  let free = count;
  return async (task, owner = '') => {
    if (free > 0) free -= 1;
    else {
      await new Promise<void>((enter) => {
        const row = waiting.get(owner);
        if (row) row.push(enter);
        else waiting.set(owner, [enter]);
      });
    }
    try {
      return await task();
    } finally {
      // Hands its place on, so that nobody who comes just now gets it first.
      const next = takeNext(waiting);
      if (next) next();
      else free += 1;
    }
  };
}

/** The first of the owner whose turn it is, who then stands behind all others. */
function takeNext(waiting: Map<string, (() => void)[]>): (() => void) | undefined {
  for (const [owner, row] of waiting) {
    const next = row.shift();
    waiting.delete(owner);
    if (row.length > 0) waiting.set(owner, row);
    return next;
  }
  return undefined;
}

/** How many uploaded files are looked into at once: each takes a megabyte meanwhile, and waits on the disk until then. */
const LOOKED_INTO_AT_ONCE = 8;

/** The turns of all that is uploaded to this process. */
export const inUploadTurn: InTurn = atMost(LOOKED_INTO_AT_ONCE);
