import type { ParticipationStatus } from '@enrollkit/core';

/** What a backend keeps until there is a connection, as far as it is told of. */
export interface KeptWrite {
  readonly id: number;
  readonly method: string;
  readonly enrollmentId: string;
  readonly to?: ParticipationStatus;
  readonly fileName?: string;
  readonly queuedAt: string;
  readonly state: string;
  /** Whoever asked for it is on this page, and hears what becomes of it. */
  readonly isFromHere?: boolean;
  readonly problem?: { readonly code: string };
}

/** The list of these. Not every backend has one. */
export interface WriteQueue {
  items(): Promise<readonly KeptWrite[]>;
  subscribe(listener: (items: readonly KeptWrite[]) => void): () => void;
  retry(id: number): Promise<void>;
  discard(id: number): Promise<void>;
}

/** Those that were refused and of which nobody on this page hears. */
export function refusedOf(items: readonly KeptWrite[]): readonly KeptWrite[] {
  return items.filter(({ state, isFromHere }) => state === 'failed' && !isFromHere);
}
