import type { UploadProblem } from './upload-problem.js';

/**
 * `checking` its bytes, `ready` for the person to say so, `waiting` for its turn, `uploading`; then `queued` when the
 * backend keeps it until there is a connection, `failed` when the same file may succeed later, or `refused` when it never
 * will. A file that is done leaves the list.
 */
export type UploadState = 'checking' | 'ready' | 'waiting' | 'uploading' | 'queued' | 'failed' | 'refused';

/** One file on its way. Holds the file until the backend has confirmed that it has it. */
export interface UploadItem {
  readonly id: string;
  readonly file: File;
  readonly state: UploadState;
  readonly sentBytes: number;
  readonly problem?: UploadProblem;
  /** What its owner should know, though it can be sent. */
  readonly notices?: readonly UploadProblem[];
}

/** Nothing that is filled in changes anything for this one any more. */
export function isOutOfHand({ state }: UploadItem): boolean {
  return state === 'refused' || state === 'queued';
}
