import type { ImportIssueCode } from '../../../issue-codes.js';
import { can, type Action } from '../../../access/can.js';
import type { ImportResource } from '../../../access/resource.js';
import type { FeedImport, ImportSession, ImportState } from '../../../import/feed-import.js';
import type { Instant } from '../../../calendar/time.js';
import type { Change } from '../../ports/change-port.js';
import type { VersionedWriteOptions } from '../../../call-options.js';
import { EnrollkitError } from '../../../errors.js';
import { findRow } from '../../find-row.js';
import { expectVersion, forbidden, invalid, notFound } from '../../refusals.js';
import type { ReadTables, WriteTables } from '../../store.js';
import { tenantOf } from '../../tenant.js';
import type { UseCaseContext } from '../../use-case-context.js';
import { write } from '../../write.js';
import type { AuditAction, WritingMethod } from '../../audit.js';

/** The import, when the actor may know of it and may do this with it. */
export async function loadImport(
  tables: Pick<ReadTables, 'imports'>,
  { actor }: UseCaseContext,
  { id, action }: { readonly id: string; readonly action: Action },
): Promise<ImportSession> {
  const session = await findRow(tables.imports, id);
  if (!session || !can(actor, 'import.read', importResource(session))) throw notFound('import', id);
  if (!can(actor, action, importResource(session))) throw forbidden(action);
  return session;
}

/** With what was found in its feed. */
export async function withFindings(
  { imports }: Pick<ReadTables, 'imports'>,
  session: ImportSession,
): Promise<FeedImport> {
  return { ...session, findings: await imports.getFindings(session.id) };
}

interface Move {
  readonly id: string;
  readonly method: WritingMethod;
  readonly action: Action;
  /** What it is called in the trail. */
  readonly audited: AuditAction<'import'>;
  readonly args?: unknown;
  readonly options: VersionedWriteOptions;
}

/** Takes an import further. What changes nothing is no new version and nobody hears of it. */
export async function moveImport(
  context: UseCaseContext,
  { id, method, action, audited, args, options }: Move,
  change: (
    session: ImportSession,
    tables: WriteTables,
    now: Instant,
  ) => Partial<ImportSession> | undefined | Promise<Partial<ImportSession> | undefined>,
): Promise<FeedImport> {
  return write(context, { method, args: [id, args], options }, async (tables, now) => {
    const before = await loadImport(tables, context, { id, action });
    expectVersion(before, options);
    const changed = await change(before, tables, now);
    if (!changed) return { result: await withFindings(tables, before), changes: [] };
    const after = movedImport(before, changed);
    await tables.imports.put(after, audited);
    return { result: await withFindings(tables, after), changes: [importChange(after)] };
  });
}

/** In another state: how far it was in the one before is over. */
export function movedImport(
  { progress: _, ...session }: ImportSession,
  changed: Partial<ImportSession>,
): ImportSession {
  return { ...session, ...changed, version: session.version + 1 };
}

/** Refuses what can't be done in the state that an import is in. */
export function expectState(session: ImportSession, code: ImportIssueCode, ...states: readonly ImportState[]): void {
  if (!states.includes(session.state)) throw invalid(code, 'state', { state: session.state });
}

/** States in which somebody is at work. */
export const RUNNING: readonly ImportState[] = ['planning', 'applying'];
/** States in which somebody must decide. */
export const WAITING: readonly ImportState[] = ['planned', 'held'];
/** States in which no record has been changed. */
export const UNAPPLIED: readonly ImportState[] = ['planning', ...WAITING];

export function expectNoneRuns(current: ImportSession | undefined): void {
  if (!current) return;
  throw new EnrollkitError('conflict', `Import ${current.id} is ${current.state}`, { current });
}

export function importResource(session: { readonly providerId?: string }): ImportResource {
  return { kind: 'import', ...tenantOf(session) };
}

export function importChange(session: ImportSession): Change {
  return { kind: 'import', id: session.id, ...tenantOf(session) };
}
