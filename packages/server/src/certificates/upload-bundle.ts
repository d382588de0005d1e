import { hasErrorCode, type FullBackend, type Certificate, type WriteOptions } from '@enrollkit/core';
import { toWireCertificate, type Problem, type WireCertificate } from '@enrollkit/core/wire';
import { isExpectedError, toProblem, type ProblemFacts } from '../http/problem.js';
import type { Submission } from './submission.js';
import { uploadSubmission } from './upload-submission.js';

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

/** Stores each certificate by itself, one after the other: those that are good are kept whatever becomes of the rest. */
export async function uploadBundle(
  backend: FullBackend,
  items: readonly Submission[],
  options: BundleOptions,
): Promise<readonly BundleItem[]> {
  const outcomes: BundleItem[] = [];
  for (const item of items) outcomes.push(await uploadItem(backend, item, options));
  return outcomes;
}

async function uploadItem(backend: FullBackend, item: Submission, options: BundleOptions): Promise<BundleItem> {
  const { today, write, owner, onFault, prepare = (same) => same } = options;
  const { index } = item;
  const { idempotencyKey: key } = write;
  try {
    const own = { ...write, owner, ...(key !== undefined && { idempotencyKey: `${key}:${index}` }) };
    const certificate = await uploadSubmission(backend, prepare(item), own);
    return { index, outcome: 'created', certificate: toWireCertificate(certificate, today) };
  } catch (error) {
    // Nobody is there to be answered.
    if (hasErrorCode(error, 'aborted')) throw error;
    if (!isExpectedError(error)) onFault(error);
    const problem = toProblem(error, options);
    if (!hasErrorCode(error, 'duplicate')) return { index, outcome: 'refused', problem };
    return { index, outcome: 'duplicate', certificate: toWireCertificate(error.current as Certificate, today) };
  }
}
