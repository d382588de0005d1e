import type { Issue, ParticipationStatus } from '@enrollkit/core';

/** What a backend keeps until there is a connection, as far as it is told of. */
export interface KeptWrite {
  readonly id: number;
  readonly method: string;
  readonly enrollmentId: string;
  readonly to?: ParticipationStatus;
  readonly fileName?: string;
  readonly queuedAt: string;
  readonly state: string;
  /** It was asked for on this page. */
  readonly isFromHere?: boolean;
  readonly problem?: { readonly code: string; readonly issues?: readonly Issue[] };
}

/** The list of these. Not every backend has one. */
export interface WriteQueue {
  items(): Promise<readonly KeptWrite[]>;
  subscribe(listener: (items: readonly KeptWrite[]) => void): () => void;
  retry(id: number): Promise<void>;
  discard(id: number): Promise<void>;
}

/** Those that were refused and that nobody else on this page tells of. */
export function refusedOf(items: readonly KeptWrite[], isTold: (item: KeptWrite) => boolean): readonly KeptWrite[] {
  return items.filter((item) => item.state === 'failed' && !isTold(item));
}
