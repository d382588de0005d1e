import type { Actor } from '../access/actor.js';
import type { Scope } from '../access/scope.js';
import { expectInstant, formatInstant } from '../calendar/instant.js';
import type { CertificateMediaType } from '../certificate/certificate.js';
import type { Clock, Instant } from '../calendar/time.js';
import type { FileStore, Store } from './store.js';

/** What the use cases of one actor work with. */
export interface UseCaseContext {
  readonly store: Store;
  readonly files: FileStore;
  readonly clock: Clock;
  readonly ids: () => string;
  readonly actor: Actor;
  /** What the actor may know of; absent: nothing. */
  readonly scope: Scope | undefined;
  readonly timeZone: string;
  readonly maxFileBytes: number;
  /** Whether platform staff verify certifications before others than the provider see their certificates. */
  readonly verifyCertifications: boolean;
  readonly accept: readonly CertificateMediaType[];
}

/** The present moment, in the one form in which moments are stored: so that they sort as text. */
export function presentMoment({ clock }: Pick<UseCaseContext, 'clock'>): Instant {
  return formatInstant(expectInstant(clock()));
}
