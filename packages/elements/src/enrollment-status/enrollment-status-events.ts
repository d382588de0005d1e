import type { ParticipationStatus } from '@enrollkit/core';

/** Detail of `ek-status-change` and `ek-status-changed`. */
export interface StatusChangeDetail {
  readonly enrollmentId: string;
  readonly from: ParticipationStatus;
  readonly to: ParticipationStatus;
}

declare global {
  interface HTMLElementEventMap {
    'ek-status-change': CustomEvent<StatusChangeDetail>;
    'ek-status-changed': CustomEvent<StatusChangeDetail>;
  }
}
