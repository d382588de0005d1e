import { MOST_AT_ONCE, type Backend, type Enrollment, type StatusAnswer, type StatusRequest } from '@enrollkit/core';
import type { HostBackend } from '../../base/backend/backend-context.js';
import { keptWrite } from '../../base/backend/kept-write.js';
import { problemOf, type Problem } from '../../base/backend/problem.js';
import { badAnswer } from '../../base/reading/bad-answer.js';
import { readEnrollment } from '../../enrollment-status/read-enrollment.js';

/** At most as many under way where a backend takes only one change at a time. */
const AT_A_TIME = 4;

/** What became of one change. `queued` is followed by another answer when there is a connection again. */
export type ChangeAnswer =
  | { readonly kind: 'stored'; readonly enrollment: Enrollment | undefined }
  | { readonly kind: 'queued' }
  | { readonly kind: 'failed'; readonly problem: Problem; readonly current: Enrollment | undefined };

type OnAnswer = (request: StatusRequest, answer: ChangeAnswer) => void;

/** Stores many changes, each for itself, in as few calls as the backend allows. Never rejects: each change has its answer. */
export async function storeChanges(
  backend: HostBackend,
  requests: readonly StatusRequest[],
  { key, onAnswer }: { readonly key: string; readonly onAnswer: OnAnswer },
): Promise<void> {
  if (typeof backend.changeStatuses === 'function') {
    for (let start = 0; start < requests.length; start += MOST_AT_ONCE) {
      const some = requests.slice(start, start + MOST_AT_ONCE);
      await storeSome(backend as Backend, some, { key: `${key}.${start}`, onAnswer });
    }
    return;
  }
  const waiting = requests.entries();
  const work = async (): Promise<void> => {
    for (const [index, request] of waiting) {
      await storeOne(backend as Backend, request, { key: `${key}.${index}`, onAnswer });
    }
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, work));
}

async function storeSome(
  backend: Backend,
  requests: readonly StatusRequest[],
  { key, onAnswer }: { readonly key: string; readonly onAnswer: OnAnswer },
): Promise<void> {
  const take = (answers: unknown): void => {
    if (!Array.isArray(answers) || answers.length !== requests.length) throw badAnswer('answer for each change');
    requests.forEach((request, index) => onAnswer(request, readAnswer((answers as readonly StatusAnswer[])[index])));
  };
  const fail = (error: unknown): void => {
    for (const request of requests) onAnswer(request, failureOf(error));
  };
  try {
    take(await backend.changeStatuses(requests, { idempotencyKey: key }));
  } catch (error) {
    const sent = keptWrite(error);
    if (!sent) {
      fail(error);
      return;
    }
    for (const request of requests) onAnswer(request, { kind: 'queued' });
    // Nobody waits for a connection: what follows is not held up by it.
    void sent.then(take).catch(fail);
  }
}

async function storeOne(
  backend: Backend,
  request: StatusRequest,
  { key, onAnswer }: { readonly key: string; readonly onAnswer: OnAnswer },
): Promise<void> {
  const { id, to, ...options } = request;
  const take = (answer: unknown): void =>
    onAnswer(request, { kind: 'stored', enrollment: answer ? readEnrollment(answer as Enrollment) : undefined });
  try {
    take(await backend.changeStatus(id, to, { ...options, idempotencyKey: key }));
  } catch (error) {
    const sent = keptWrite(error);
    if (!sent) {
      onAnswer(request, failureOf(error));
      return;
    }
    onAnswer(request, { kind: 'queued' });
    void sent.then(take).catch((later: unknown) => onAnswer(request, failureOf(later)));
  }
}

function readAnswer(answer: StatusAnswer | undefined): ChangeAnswer {
  if (typeof answer !== 'object') return failureOf(badAnswer('what became of the change'));
  if ('problem' in answer) return failureOf(answer.problem);
  try {
    return { kind: 'stored', enrollment: readEnrollment(answer.enrollment) };
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): ChangeAnswer {
  const problem = problemOf(error);
  const { current } = (error ?? {}) as { readonly current?: unknown };
  try {
    const theirs = problem === 'conflict' && current ? readEnrollment(current as Enrollment) : undefined;
    return { kind: 'failed', problem, current: theirs };
  } catch {
    // It isn't the record that it should be: then only the conflict itself is known.
    return { kind: 'failed', problem, current: undefined };
  }
}
