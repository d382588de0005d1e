import { isInScope, publishedScope, scopeOf, type Change, type Resource, type Scope } from '@enrollkit/core';
import { sql } from 'kysely';
import type { Database, ServerParts } from '../parts/server-parts.js';
import { loseAll, type Listener } from './listener.js';
import { publishedChanges } from './published-changes.js';

export interface ChangeFeed {
  subscribe(listener: Listener): () => void;
}

/** What decides who may know of a record, and isn't in the change itself. */
interface Facts {
  readonly provider_id: string;
  readonly enrollment_id: string;
  readonly email: string;
  readonly employer_id: string | null;
  /** Certificates of the enrollment whose certification is verified. */
  readonly verified_ids: readonly string[];
}

/**
 * The changes of every server process, each told to those who may know of the record: by the same rules as when they read
 * it, so that nobody hears so much as the id of another person's. A provider's own changes need nothing but the change;
 * for everybody else one query tells whose the records are, for all that changed meanwhile and all who listen.
 */
export function createChangeFeed({
  stores,
  database,
  log,
  settings,
}: Pick<ServerParts, 'stores' | 'database' | 'log' | 'settings'>): ChangeFeed {
  const insiders = new Map<Listener, Scope>();
  const outsiders = new Map<Listener, Scope>();
  const visitors = new Map<Listener, Scope>();
  const published = publishedChanges(visitors, { database, log });
  let waiting: Change[] = [];
  let asking: Promise<void> | undefined;
  let unsubscribe: (() => void) | undefined;

  function hear(change: Change): void {
    for (const [listener, scope] of insiders) if (isInsidersBusiness(scope, change)) listener.tell(change);
    if (change.kind === 'product' && visitors.size > 0) published.add(change);
    if (outsiders.size === 0) return;
    waiting.push(change);
    asking ??= askAndTell().finally(() => (asking = undefined));
  }

  /** Goes on while changes come in: those that come during a query share the next one. */
  async function askAndTell(): Promise<void> {
    while (waiting.length > 0) {
      const changes = waiting;
      waiting = [];
      try {
        const facts = await readFacts(database, changes);
        for (const change of changes) tellOutsiders(change, facts);
      } catch (error) {
        log.warn({ err: error }, 'changes could not be told');
        loseAll(outsiders);
      }
    }
  }

  function tellOutsiders(change: Change, facts: readonly Facts[]): void {
    const resource = resourceOf(change, facts);
    if (!resource) return;
    for (const [listener, scope] of outsiders) if (isInScope(scope, resource)) listener.tell(change);
  }

  function listenToStores(): () => void {
    const stops = [
      stores.changes.subscribe(hear),
      stores.changes.onGap(() => {
        loseAll(insiders);
        loseAll(outsiders);
        loseAll(visitors);
      }),
    ];
    return () => stops.forEach((stop) => stop());
  }

  return {
    subscribe(listener) {
      const { actor } = listener;
      const isVisitor = actor.role === 'visitor';
      const scope = isVisitor ? publishedScope(actor) : scopeOf(actor, { verifiedOnly: settings.verifyCertifications });
      if (!scope) return () => undefined;
      const group = isVisitor ? visitors : actor.role === 'provider' ? insiders : outsiders;
      group.set(listener, scope);
      unsubscribe ??= listenToStores();
      return () => {
        group.delete(listener);
        if (insiders.size + outsiders.size + visitors.size > 0) return;
        published.stop();
        unsubscribe?.();
        unsubscribe = undefined;
      };
    },
  };
}

/** Whose the records are that changed. */
async function readFacts({ tables }: Database, changes: readonly Change[]): Promise<readonly Facts[]> {
  const ids = [...new Set(changes.flatMap((change) => enrollmentIdOf(change) ?? []))];
  if (ids.length === 0) return [];
  const { rows } = await sql<Facts>`
    select provider_id, id as enrollment_id, email, employer_id, array(
      select certificates.id from certificates
      join certifications on certifications.provider_id = certificates.provider_id
        and certifications.id = certificates.certification_id
      where certificates.provider_id = enrollments.provider_id and certificates.enrollment_id = enrollments.id
        and certifications.verified
    ) as verified_ids
    from enrollments where id = any(${ids})
  `.execute(tables);
  return rows;
}

function enrollmentIdOf({ kind, id, enrollmentId }: Change): string | undefined {
  return kind === 'enrollment' ? id : kind === 'certificate' ? enrollmentId : undefined;
}

function isInsidersBusiness({ providerId, enrollmentIds }: Scope, change: Change): boolean {
  if (providerId !== (change.providerId ?? null)) return false;
  // An import's or a trainer's is no business of a page about bookings.
  if (enrollmentIds && (change.kind === 'import' || change.kind === 'trainer')) return false;
  const enrollmentId = enrollmentIdOf(change);
  return enrollmentId === undefined || !enrollmentIds || enrollmentIds.includes(enrollmentId);
}

/**
 * The record that changed, as far as it decides. A certificate that was removed is no record any more: that its enrollment
 * changed is told apart.
 */
function resourceOf(change: Change, facts: readonly Facts[]): Resource | undefined {
  const tenant = change.providerId === undefined ? {} : { providerId: change.providerId };
  if (change.kind === 'product' || change.kind === 'certification') return { kind: change.kind, ...tenant };
  const found = facts.find(
    ({ provider_id, enrollment_id }) =>
      provider_id === (change.providerId ?? '') && enrollment_id === enrollmentIdOf(change),
  );
  if (!found) return undefined;
  const { enrollment_id: enrollmentId, email, employer_id, verified_ids } = found;
  const participant = { email, ...(employer_id !== null && { employerId: employer_id }) };
  return change.kind === 'enrollment'
    ? { kind: 'enrollment', enrollmentId, participant, ...tenant }
    : {
        kind: 'certificate',
        enrollmentId,
        certificationVerified: verified_ids.includes(change.id),
        participant,
        ...tenant,
      };
}
