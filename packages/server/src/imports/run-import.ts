import { dayOf, hasErrorCode, type FullBackend, type FeedImport } from '@enrollkit/core';
import { serverIssue, type ImportFaultCode } from '../http/issue-codes.js';
import { openBackend, serverActor, type BackendParts } from '../parts/open-backend.js';
import type { DueImport } from './due-imports.js';
import { runInThread } from './thread/run-in-thread.js';

/** What history says of whoever did it. */
const ACTOR = 'import-worker';

export interface RunImportOptions {
  readonly signal: AbortSignal;
  /** Hears of each step that is done. */
  readonly onStep?: () => void;
}

/**
 * Takes one import as far as it goes without anybody: plans it, and applies it when that was asked. Whatever was done before
 * a crash is not done again. Rejects with `aborted` when `signal` says so, and when the database doesn't answer: to be run
 * again then.
 */
export async function runImport(
  parts: BackendParts,
  { providerId, id }: DueImport,
  { signal, onStep }: RunImportOptions,
): Promise<FeedImport> {
  const backend = openBackend(parts, serverActor(ACTOR, providerId));
  const { source, options } = await backend.getImport(id);
  const file = await parts.files.open(source.sha256);
  if (!file) return failImport(backend, id, 'import-source-missing');

  const task = {
    id,
    sha256: source.sha256,
    applyWhenPlanned: options.applyWhenPlanned,
    peOrganisations: parts.settings.peOrganisations,
    maxFeedBytes: parts.settings.maxFeedBytes,
    today: dayOf(parts.clock(), parts.settings.timeZone),
  };
  return runInThread(backend, () => file.stream(), task, { signal, onStep });
}

/** Ends an import that no further attempt would bring further. */
export async function giveUpImport(
  parts: BackendParts,
  { providerId, id }: DueImport,
  reason: 'import-broken' | 'import-too-heavy',
): Promise<FeedImport> {
  return failImport(openBackend(parts, serverActor(ACTOR, providerId)), id, reason);
}

/** Whether somebody has ended the import meanwhile: what failed then doesn't matter. */
export async function isOver(parts: BackendParts, { providerId, id }: DueImport): Promise<boolean> {
  const { state } = await openBackend(parts, serverActor(ACTOR, providerId)).getImport(id);
  return state === 'cancelled' || state === 'failed' || state === 'done';
}

/** Whether it is the database or the disk that failed, and not the import. */
export function isOutage(error: unknown): boolean {
  const outages = ['unavailable', 'storage-unavailable', 'storage-full', 'timeout', 'offline', 'aborted'] as const;
  return outages.some((code) => hasErrorCode(error, code));
}

async function failImport(backend: FullBackend, id: string, code: ImportFaultCode): Promise<FeedImport> {
  return backend.failImport(id, serverIssue(code, ''));
}
