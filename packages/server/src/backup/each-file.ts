/** Files on their way at once. */
const AT_ONCE = 8;

/** Does the same with each file, a few at a time. The first that fails ends it. */
export async function eachFile(hashes: AsyncIterable<string>, work: (sha256: string) => Promise<void>): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  for await (const sha256 of hashes) {
    const one = work(sha256)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => running.delete(one));
    running.add(one);
    if (running.size >= AT_ONCE) await Promise.race(running);
    if (failures.length > 0) break;
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
