import { MOST_AT_ONCE, type Enrollment, type EnrollmentQuery, type Page, type ReadOptions } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { badAnswer } from '../../base/reading/bad-answer.js';
import { readAll } from '../../base/reading/read-all.js';
import { readEnrollment } from '../../enrollment-status/read-enrollment.js';

/** A page of rows as the rules expect them. A host's plain object may answer less than it should. */
export function readPage(answer: Page<Enrollment>): Page<Enrollment> {
  if (!Array.isArray(answer.items)) throw badAnswer('page of enrollments');
  const items = (answer.items as readonly Enrollment[]).map(readEnrollment);
  const more = answer.hasMore === true && { hasMore: answer.hasMore };
  return {
    items,
    ...more,
    total: Number.isSafeInteger(answer.total) ? Math.max(answer.total, items.length) : items.length,
  };
}

/** What follows `afterId`, or the begin. A backend that doesn't know how to go on gives the same again: then that was all. */
export async function readAfter(
  backend: HostBackend,
  query: EnrollmentQuery,
  afterId: string | undefined,
  signal: AbortSignal,
): Promise<readonly Enrollment[]> {
  return (await askPage(backend, { ...query, ...(afterId !== undefined && { afterId }) }, { signal })).items;
}

async function askPage(backend: HostBackend, ...asked: [EnrollmentQuery, ReadOptions?]): Promise<Page<Enrollment>> {
  return readPage((await backend.listEnrollments?.(...asked)) ?? { items: [], total: 0 });
}

/** All that meet a query, and no more than `most`. */
export async function readEvery(
  backend: HostBackend,
  query: EnrollmentQuery,
  most: number,
): Promise<readonly Enrollment[]> {
  return readAll((paging) => askPage(backend, { ...query, ...paging }), { most });
}

/** These as they are now, in as few calls as the backend allows. `undefined` for one that is gone. */
export async function readMany(
  backend: HostBackend,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Enrollment | undefined>> {
  const found = new Map<string, Enrollment | undefined>();
  for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
    const some = ids.slice(start, start + MOST_AT_ONCE);
    const answers = await readSome(backend, some);
    some.forEach((id, index) => found.set(id, answers[index] && readEnrollment(answers[index])));
  }
  return found;
}

async function readSome(backend: HostBackend, ids: readonly string[]): Promise<readonly (Enrollment | undefined)[]> {
  if (typeof backend.getEnrollments === 'function') return backend.getEnrollments(ids);
  const { getEnrollment } = backend;
  if (typeof getEnrollment !== 'function') throw badAnswer('way to read one enrollment');
  return Promise.all(
    ids.map((id) =>
      getEnrollment.call(backend, id).catch((error: unknown) => {
        if ((error as { readonly code?: unknown } | undefined)?.code === 'not-found') return undefined;
        throw error;
      }),
    ),
  );
}

/** The one that is at least as new: answers may overtake each other. */
export function newer(known: Enrollment | undefined, answer: Enrollment): Enrollment {
  return known && known.version > answer.version ? known : answer;
}
