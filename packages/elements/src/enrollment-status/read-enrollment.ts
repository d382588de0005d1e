import { parseParticipationStatus, type Enrollment } from '@enrollkit/core';

/** What a host's plain-object backend may answer: any word as status, and no history. */
interface HostEnrollment extends Omit<Enrollment, 'status' | 'history'> {
  readonly status: string;
  readonly history?: Enrollment['history'];
}

/** The enrollment as the rules expect it. A status that the kit doesn't know is `unknown`, its word kept beside it. */
export function readEnrollment(answer: HostEnrollment): Enrollment {
  return { ...answer, ...parseParticipationStatus(answer.status), history: answer.history ?? [] };
}
