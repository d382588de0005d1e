/** How many uploaded files are looked into and stored at once: each takes a megabyte meanwhile, and the database has no more room. */
const AT_ONCE = 8;

let free = AT_ONCE;
const waiting: (() => void)[] = [];

/** Runs `work` when it is its turn. The others wait with their files on the disk, in the order in which they came. */
export async function inUploadTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free -= 1;
  else await new Promise<void>((enter) => void waiting.push(enter));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }
}
