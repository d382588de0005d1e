import { bookingStateOf, type Enrollment, type ParticipationStatus } from '@enrollkit/core';
import type { EnrollkitElement } from '../../base/enrollkit-element.js';
import { may } from '../../base/reading/may.js';
import { warnOnce } from '../../base/warn-once.js';

interface Edited {
  readonly enrollment: Enrollment;
  readonly status: ParticipationStatus;
}

/** Whether this person can change the status by hand. A booking that nobody has accepted has none to change. */
export function canEdit({ localName, resolvedBackend }: EnrollkitElement, { enrollment, status }: Edited): boolean {
  const state = bookingStateOf(enrollment);
  const hasStatus = status !== 'cancelled' && state !== 'requested' && state !== 'declined';
  if (!hasStatus || !may('enrollment.change-status', enrollment)) return false;
  const canWrite = typeof resolvedBackend?.changeStatus === 'function';
  if (!canWrite) warnOnce('no-pencil', [localName]);
  return canWrite;
}
