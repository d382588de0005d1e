import {
  hasErrorCode,
  type Certificate,
  type CertificateAnswer,
  type CertificateRequest,
  type FullBackend,
  type WriteOptions,
} from '@enrollkit/core';
import { toWireCertificate, type Problem, type WireCertificate } from '@enrollkit/core/wire';
import { inUploadTurn } from '../files/at-most.js';
import { isExpectedError, toProblem, type ProblemFacts } from '../http/problem.js';
import type { Submission } from './submission.js';
import { toRequest } from './upload-submission.js';

/** What became of one certificate of a bundle. */
export interface BundleItem {
  readonly index: number;
  readonly outcome: 'created' | 'duplicate' | 'refused';
  /** The certificate, or the one that has these bytes already. */
  readonly certificate?: WireCertificate;
  readonly problem?: Problem;
}

export interface BundleOptions extends ProblemFacts {
  readonly write: WriteOptions & { readonly signal: AbortSignal };
  readonly owner: string | undefined;
  /** Says what was sent in the words of the API, or throws what is wrong with it. Default: it is so already. */
  readonly prepare?: (item: Submission) => Submission;
  /** Told of faults of the server, which the answer says nothing of. */
  readonly onFault: (error: unknown) => void;
}

/** Whose turn it is may be another's after so many. */
const IN_ONE_TURN = 25;

/**
 * Stores each certificate by itself, those of a turn in as few transactions as there can be: those that are good are kept
 * whatever becomes of the rest.
 */
export async function uploadBundle(
  backend: FullBackend,
  items: readonly Submission[],
  options: BundleOptions,
): Promise<readonly BundleItem[]> {
  const outcomes: BundleItem[] = [];
  for (let begin = 0; begin < items.length; begin += IN_ONE_TURN) {
    const some = items.slice(begin, begin + IN_ONE_TURN);
    outcomes.push(...(await inUploadTurn(() => uploadSome(backend, some, options), options.owner)));
  }
  return outcomes;
}

async function uploadSome(
  backend: FullBackend,
  items: readonly Submission[],
  options: BundleOptions,
): Promise<readonly BundleItem[]> {
  const { signal } = options.write;
  const asked = await Promise.all(items.map((item) => requestOf(backend, item, options)));
  const requests = asked.flatMap((each) => ('request' in each ? [each.request] : []));
  const answers = (await backend.uploadCertificates(requests, { signal })).values();
  return items.map(({ index }, at) => {
    const each = asked[at] as Asked;
    const answer = 'request' in each ? (answers.next().value as CertificateAnswer) : each;
    return { index, ...outcomeOf(answer, options) };
  });
}

type Asked = { readonly request: CertificateRequest } | { readonly problem: unknown };

async function requestOf(backend: FullBackend, item: Submission, options: BundleOptions): Promise<Asked> {
  const { write, prepare = (same) => same } = options;
  const { idempotencyKey: key, signal } = write;
  try {
    const request = await toRequest(backend, prepare(item), { signal });
    return { request: key === undefined ? request : { idempotencyKey: `${key}:${item.index}`, ...request } };
  } catch (error) {
    // Nobody is there to be answered.
    if (hasErrorCode(error, 'aborted')) throw error;
    return { problem: error };
  }
}

function outcomeOf(
  answer: CertificateAnswer | { readonly problem: unknown },
  options: BundleOptions,
): Omit<BundleItem, 'index'> {
  const { today, onFault } = options;
  if ('certificate' in answer) return { outcome: 'created', certificate: toWireCertificate(answer.certificate, today) };
  const { problem: error } = answer;
  const { cause } = error as { readonly cause?: unknown };
  const isFault = !isExpectedError(error) || (hasErrorCode(error, 'internal') && cause !== undefined);
  if (isFault) onFault(cause ?? error);
  const problem = toProblem(error, options);
  if (!hasErrorCode(error, 'duplicate')) return { outcome: 'refused', problem };
  return { outcome: 'duplicate', certificate: toWireCertificate(error.current as Certificate, today) };
}
