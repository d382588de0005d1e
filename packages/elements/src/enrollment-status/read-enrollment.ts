import { parseParticipationStatus, type Enrollment } from '@enrollkit/core';

/**
 * The enrollment as the rules expect it. A host's plain-object backend may leave out the history, or know a status that
 * the kit doesn't: that is shown as unknown, and kept as `originalStatus`. Throws when there is no enrollment at all.
 */
export function readEnrollment(answer: Enrollment): Enrollment {
  return { ...answer, ...parseParticipationStatus(answer.status), history: answer.history ?? [] };
}
