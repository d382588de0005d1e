/**
 * Lets so many tasks run at once, the others in the order they came.
 *
 * @example
 * const inTurn = atMost(2);
 * await Promise.all(files.map((file) => inTurn(() => send(file))));
 */
export function atMost(count: number): <Result>(task: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = [];
  let free = count;
  return async (task) => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await task();
    } finally {
      // Hands its place on, so that nobody who comes just now gets it first.
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}
