import type { Enrollment, FileMatch, MatchDoubt } from '@enrollkit/core';
import type { CertificateFields } from '../certificate-upload/sending/certificate-session.js';
import type { UploadProblem } from '../base/files/upload-problem.js';
import { group } from './group.js';
import type { BundleRecord } from './read-roster.js';

/**
 * `checking` its bytes, `reading` its text, `ready` for the person; then `waiting` for its turn, `sending`, and in the end
 * `sent`, `there` when the backend had it already, `queued` when it keeps it until there is a connection, or `failed`.
 */
export type ItemState =
  'checking' | 'reading' | 'ready' | 'waiting' | 'sending' | 'sent' | 'there' | 'queued' | 'failed';

/** What can differ for one file from what is filled in for all. */
export type OwnFields = Partial<Pick<CertificateFields, 'certificationId' | 'validFrom' | 'validUntil'>>;

/** One file, whose it is, and how far it is. */
export interface BundleItem {
  readonly id: string;
  /** With its folders and zips. */
  readonly path: string;
  readonly file: File;
  /** Absent on pages without https. */
  readonly sha256?: string;
  /** What is written in it, when it had to be read. */
  readonly pages?: readonly string[];
  readonly state: ItemState;
  /** Why it is left out, or why it failed. */
  readonly problem?: UploadProblem;
  readonly match?: FileMatch;
  /** Whom a person chose. */
  readonly chosenId?: string;
  readonly isLeftOut?: boolean;
  /** A person has seen what is doubtful about it. */
  readonly isConfirmed?: boolean;
  readonly own?: OwnFields;
  readonly certificateId?: string;
  /** Given to the page before it was loaded anew. */
  readonly isRestored?: boolean;
}

export const TABS = ['matched', 'to-check', 'not-matched', 'left-out'] as const;
export type Tab = (typeof TABS)[number];

/** Why a person has to look, though it is known whose file it is. */
export type ItemDoubt = 'two-files' | 'same-file' | 'has-certificate' | 'enrollment-cancelled';

export interface SortedItem {
  readonly item: BundleItem;
  readonly tab: Tab;
  readonly person: Enrollment | undefined;
  readonly doubts: readonly (ItemDoubt | MatchDoubt)[];
}

/** Whose file it is, by a person's choice or by a match that is certain. */
export function ownerOf({ chosenId, match }: BundleItem): string | undefined {
  return chosenId ?? (match?.kind === 'matched' ? match.id : undefined);
}

/** Its way has come to an end: nothing that is chosen or filled in changes it any more. */
export function isOver({ state }: BundleItem): boolean {
  return state === 'sent' || state === 'there' || state === 'queued';
}

/** As it is once the backend has it: where it belongs, so that its bytes are kept here no longer. */
export function withoutBytes(item: BundleItem): BundleItem {
  return { ...item, file: new File([], item.file.name), pages: [] };
}

export function isBeingLookedAt({ state }: BundleItem): boolean {
  return state === 'checking' || state === 'reading';
}

export function isOnItsWay({ state }: BundleItem): boolean {
  return state === 'waiting' || state === 'sending';
}

/** Every file in its tab, those that need each other's light beside each other. */
export function sortItems(
  items: readonly BundleItem[],
  { people, holders }: Pick<BundleRecord, 'people' | 'holders'>,
): readonly SortedItem[] {
  const seen = items.filter((item) => !isBeingLookedAt(item));
  const active = seen.filter((item) => !isLeftOut(item));
  const byPerson = group(active, ownerOf);
  const byBytes = group(active, ({ sha256 }) => sha256);
  const sorted = seen.map((item): SortedItem => {
    const person = people.get(ownerOf(item) ?? '');
    if (isLeftOut(item)) return { item, tab: 'left-out', person, doubts: [] };
    if (!person) {
      const { match } = item;
      return match?.kind === 'to-check'
        ? { item, tab: 'to-check', person, doubts: [match.doubt] }
        : { item, tab: 'not-matched', person, doubts: [] };
    }
    const doubts = isOver(item) ? [] : [...doubtsOf(item, person, { byPerson, byBytes, holders })];
    const isSettled = doubts.length === 0 || (item.isConfirmed === true && !doubts.includes('enrollment-cancelled'));
    return { item, tab: isSettled ? 'matched' : 'to-check', person, doubts };
  });
  return sorted.toSorted((a, b) => compare(a, b));
}

function isLeftOut({ isLeftOut: byPerson, problem, state }: BundleItem): boolean {
  return byPerson === true || (problem !== undefined && state === 'ready');
}

function* doubtsOf(
  item: BundleItem,
  person: Enrollment,
  {
    byPerson,
    byBytes,
    holders,
  }: Readonly<Record<'byPerson' | 'byBytes', ReadonlyMap<string | undefined, readonly BundleItem[]>>> &
    Pick<BundleRecord, 'holders'>,
): Iterable<ItemDoubt> {
  if (person.status === 'cancelled') yield 'enrollment-cancelled';
  if ((byPerson.get(person.id)?.length ?? 0) > 1) yield 'two-files';
  const others = item.sha256 === undefined ? [] : (byBytes.get(item.sha256) ?? []);
  const owners = [...others.map(ownerOf), ...(holders.get(item.sha256 ?? '') ?? [])];
  if (owners.some((owner) => owner !== undefined && owner !== person.id)) yield 'same-file';
  if (person.certificateUploadedAt !== undefined) yield 'has-certificate';
}

/** By person, then by name; without a person by name. */
function compare(a: SortedItem, b: SortedItem): number {
  if (a.person && b.person && a.person !== b.person) {
    return a.person.participant.name.localeCompare(b.person.participant.name) || a.person.id.localeCompare(b.person.id);
  }
  return a.item.path.localeCompare(b.item.path, undefined, { numeric: true });
}

export function countTabs(sorted: readonly SortedItem[]): Readonly<Record<Tab, number>> {
  const count = (tab: Tab): number => sorted.filter((each) => each.tab === tab).length;
  return {
    matched: count('matched'),
    'to-check': count('to-check'),
    'not-matched': count('not-matched'),
    'left-out': count('left-out'),
  };
}
