/** What has been seen in a feed so far, and on which line first. All that is kept of earlier products. */
export class NamesInUse {
  readonly #lines = new Map<string, number>();

  /** The line where `name` was first; `undefined` when this is the first, which is noted. */
  findOrAdd(name: string, line: number): number | undefined {
    const first = this.#lines.get(name);
    if (first === undefined) this.#lines.set(copied(name), line);
    return first;
  }
}

/** A string cut out of a larger one keeps all of that alive in V8: without a copy, the feed would stay in memory. */
function copied(text: string): string {
  return ` ${text}`.slice(1);
}
