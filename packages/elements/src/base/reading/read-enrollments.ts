import { MOST_AT_ONCE, type Backend, type Enrollment, type ReadOptions } from '@enrollkit/core';
import type { HostBackend } from '../backend/backend-context.js';
import { badAnswer } from './bad-answer.js';

interface Asked {
  readonly signal: ReadOptions['signal'];
  readonly resolve: (enrollment: Enrollment | Promise<Enrollment>) => void;
  readonly reject: (error: unknown) => void;
}

/** What elements have asked for in this task, by id. */
const asked = new WeakMap<HostBackend, Map<string, Asked[]>>();

/** One enrollment. Elements that ask within one task share one call, where the backend has `getEnrollments`. */
export async function readOneEnrollment(
  backend: Pick<Backend, 'getEnrollment'> & HostBackend,
  id: string,
  options: ReadOptions,
): Promise<Enrollment> {
  if (typeof backend.getEnrollments !== 'function') return backend.getEnrollment(id, options);
  return new Promise((resolve, reject) => {
    const waiting = asked.get(backend) ?? gather(backend as ManyBackend);
    const each: Asked = { signal: options.signal, resolve, reject };
    waiting.set(id, [...(waiting.get(id) ?? []), each]);
  });
}

type ManyBackend = Pick<Backend, 'getEnrollment' | 'getEnrollments'>;

function gather(backend: ManyBackend): Map<string, Asked[]> {
  const waiting = new Map<string, Asked[]>();
  asked.set(backend, waiting);
  setTimeout(() => {
    asked.delete(backend);
    const wanted = [...waiting].filter(([, all]) => all.some(({ signal }) => !signal?.aborted));
    for (let start = 0; start < wanted.length; start += MOST_AT_ONCE) {
      void askFor(backend, wanted.slice(start, start + MOST_AT_ONCE));
    }
  });
  return waiting;
}

/** The others wait for this call too, so it is given up only when nobody waits any more. */
async function askFor(backend: ManyBackend, wanted: readonly (readonly [string, readonly Asked[]])[]): Promise<void> {
  const all = wanted.flatMap(([, each]) => each);
  const controller = new AbortController();
  for (const { signal } of all) {
    signal?.addEventListener('abort', () => {
      if (all.every((each) => each.signal?.aborted)) controller.abort(signal.reason);
    });
  }
  const options = { signal: controller.signal };
  const [only, ...others] = wanted;
  try {
    if (only && others.length === 0) {
      const enrollment = await backend.getEnrollment(only[0], options);
      for (const { resolve } of all) resolve(enrollment);
      return;
    }
    const answers: unknown = await backend.getEnrollments(
      wanted.map(([id]) => id),
      options,
    );
    if (!Array.isArray(answers) || answers.length !== wanted.length) throw badAnswer('enrollment for each id');
    wanted.forEach(([id, each], index) => {
      const answer = (answers as readonly (Enrollment | undefined)[])[index];
      for (const { resolve, reject } of each) {
        if (answer) resolve(answer);
        else reject(Object.assign(new Error(`No enrollment ${id}`), { code: 'not-found' }));
      }
    });
  } catch (error) {
    for (const { reject } of all) reject(error);
  }
}
