import { EnrollkitError, MOST_AT_ONCE, type Enrollment, type ReadOptions } from '@enrollkit/core';
import { aborted } from '../http/abortable.js';

/** Reads those of them that are there, in one request. */
type ReadMany = (ids: readonly string[], options: ReadOptions) => Promise<readonly Enrollment[]>;
type ReadOne = (id: string, options: ReadOptions) => Promise<Enrollment>;

/** How long the rows of a list answer for the elements that are put inside it. */
const REMEMBERED_MS = 5000;
/** What proxies let pass as an address, with room for the rest of it. */
const MAX_IDS_LENGTH = 6000;

interface Waiting {
  readonly options: ReadOptions;
  readonly resolve: (enrollment: Enrollment) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Reads enrollments for elements that each ask for their own: those that ask within one task share a request, and what a
 * list has just shown is not asked for again.
 */
export class EnrollmentReader {
  readonly #readOne: ReadOne;
  readonly #readMany: ReadMany;
  readonly #rows = new Map<string, { readonly enrollment: Enrollment; readonly untilMs: number }>();
  #waiting = new Map<string, Waiting[]>();
  /** How often something has changed. */
  #turn = 0;

  constructor(readOne: ReadOne, readMany: ReadMany) {
    this.#readOne = readOne;
    this.#readMany = readMany;
  }

  /** Reads a list and remembers its rows, unless something changed meanwhile: then they may be older than the change. */
  async readList<List extends { readonly items: readonly Enrollment[] }>(read: () => Promise<List>): Promise<List> {
    const turn = this.#turn;
    const list = await read();
    if (turn === this.#turn) this.#remember(list.items);
    return list;
  }

  #remember(enrollments: readonly Enrollment[]): void {
    const nowMs = Date.now();
    for (const [id, { untilMs }] of this.#rows) if (untilMs <= nowMs) this.#rows.delete(id);
    for (const enrollment of enrollments) {
      this.#rows.set(enrollment.id, { enrollment, untilMs: nowMs + REMEMBERED_MS });
    }
  }

  /** It has changed, or may have: without an id, any of them. */
  forget(id?: string): void {
    this.#turn += 1;
    if (id === undefined) this.#rows.clear();
    else this.#rows.delete(id);
  }

  async get(id: string, options: ReadOptions = {}): Promise<Enrollment> {
    const row = this.#rows.get(id);
    if (row && row.untilMs > Date.now()) return row.enrollment;
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) setTimeout(() => void this.#readAll());
      const others = this.#waiting.get(id) ?? [];
      this.#waiting.set(id, [...others, { options, resolve, reject }]);
    });
  }

  async #readAll(): Promise<void> {
    const asked = this.#waiting;
    this.#waiting = new Map();
    for (const [id, all] of asked) {
      const left = all.filter(({ options: { signal }, reject }) => !signal?.aborted || reject(aborted(signal)));
      if (left.length === 0) asked.delete(id);
      else asked.set(id, left);
    }
    await Promise.all(inRequests([...asked.keys()]).map((ids) => this.#readSome(ids, asked)));
  }

  async #readSome(ids: readonly string[], asked: ReadonlyMap<string, readonly Waiting[]>): Promise<void> {
    const all = ids.flatMap((id) => asked.get(id) ?? []);
    const { signal, release } = untilAllLeave(all);
    try {
      const [only] = ids;
      const byId =
        ids.length === 1 && only !== undefined
          ? new Map([[only, await this.#readOne(only, { signal })]])
          : new Map((await this.#readMany(ids, { signal })).map((enrollment) => [enrollment.id, enrollment]));
      for (const id of ids) {
        const enrollment = byId.get(id);
        for (const { resolve, reject } of asked.get(id) ?? []) {
          if (enrollment) resolve(enrollment);
          else reject(new EnrollkitError('not-found', `No enrollment ${id}`));
        }
      }
    } catch (error) {
      for (const { reject } of all) reject(error);
    } finally {
      release();
    }
  }
}

/** As few requests as there can be: neither too many ids in one, nor an address that is too long. */
function inRequests(ids: readonly string[]): readonly (readonly string[])[] {
  const requests: string[][] = [];
  let length = Infinity;
  for (const id of ids) {
    const own = encodeURIComponent(id).length + 3;
    const last = requests.at(-1);
    if (!last || last.length === MOST_AT_ONCE || length + own > MAX_IDS_LENGTH) {
      requests.push([id]);
      length = own;
    } else {
      last.push(id);
      length += own;
    }
  }
  return requests;
}

/** Stops what nobody waits for any more; who leaves alone is told at once. */
function untilAllLeave(all: readonly Waiting[]): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  let left = all.length;
  const leaves = all.map(({ options: { signal }, reject }) => {
    const leave = (): void => {
      if (signal) reject(aborted(signal));
      left -= 1;
      if (left === 0) controller.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    return () => signal?.removeEventListener('abort', leave);
  });
  return { signal: controller.signal, release: () => leaves.forEach((stop) => stop()) };
}
