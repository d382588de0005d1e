import {
  bookingStateOf,
  compareEnrollments,
  EnrollkitError,
  enrollmentWords,
  evaluateEnrollment,
  meetsSearch,
  parseSearch,
  type Backend,
  type ChangeListener,
  type Enrollment,
  type EnrollmentQuery,
  type ParticipationStatus,
  type StatusRequest,
} from '@enrollkit/core';
import { STORY_NOW, storyClock } from './clock.js';

const FIRST = ['Anna', 'Fatima', 'Jan', 'Sanne', 'Daan', 'Yusuf', 'Marieke', 'Pieter', 'Zoë', 'Ruben', 'İpek', 'Femke'];
const LAST = [
  'Smit',
  'Öztürk',
  'van der Berg',
  'de Vries',
  'Jansen',
  'El Idrissi',
  'Bakker-Mulder',
  'Ørsted',
  'Visser',
];

/** People as they are called, `count` of them in one course that has just ended. */
export function participants(count: number): readonly Enrollment[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `${FIRST[index % FIRST.length]} ${LAST[(index * 7 + Math.floor(index / FIRST.length)) % LAST.length]}`;
    const number = String(index + 1).padStart(5, '0');
    const base: Enrollment = {
      id: `e${number}`,
      productId: 'bhv',
      startingDateId: 'bhv-1',
      participant: { name, email: `deelnemer${index + 1}@voorbeeld.nl`, externalId: `P${number}` },
      startDate: '2026-08-27',
      endDate: '2026-08-28',
      bookingState: 'accepted',
      acceptedAt: '2026-06-02T09:12:00.000Z',
      createdAt: '2026-06-02T09:12:00.000Z',
      updatedAt: '2026-08-27T22:00:00.000Z',
      status: 'started',
      history: [],
      version: 2,
    };
    if (index % 3 === 0) return { ...base, invoiceUploadedAt: '2026-09-01T07:30:00.000Z', ...completed(index) };
    return index % 8 === 5 ? { ...base, status: 'no-show' } : base;
  });
}

function completed(index: number): Partial<Enrollment> {
  return { status: 'completed', ...(index % 2 === 0 && { certificateUploadedAt: '2026-09-01T11:00:00.000Z' }) };
}

/** A plain object that a host could have written, with as many enrollments as one likes. */
export function rosterHost(enrollments: readonly Enrollment[], overrides: Partial<Backend> = {}) {
  const rows = new Map(enrollments.map((enrollment) => [enrollment.id, enrollment]));
  const listeners = new Set<ChangeListener>();
  const calls: string[] = [];

  /** Sorting ten thousand names for every page would be what is measured. */
  const found = new Map<string, readonly Enrollment[]>();
  const find = ({ afterId: _, size: __, ...query }: EnrollmentQuery): readonly Enrollment[] => {
    const key = JSON.stringify(query);
    const known = found.get(key) ?? [...rows.values()].filter(meets(query)).sort(compareEnrollments(query.orderBy));
    found.set(key, known);
    return known;
  };

  const save = (next: Enrollment): Enrollment => {
    found.clear();
    rows.set(next.id, next);
    for (const listener of listeners) listener({ kind: 'enrollment', id: next.id });
    return next;
  };
  const change = ({ id, to, note, expectedVersion }: StatusRequest): Enrollment => {
    const current = rows.get(id);
    if (!current) throw new EnrollkitError('not-found', 'The host has no such record.');
    if (expectedVersion !== undefined && expectedVersion !== current.version) {
      throw new EnrollkitError('conflict', 'Somebody else was first.', { current });
    }
    const cause = { kind: 'manual', by: 'Marije Postma' } as const;
    const entry = { from: current.status, to, at: STORY_NOW, cause, ...(note !== undefined && { note }) };
    const history = [...current.history, entry];
    return save({ ...current, status: to, history, updatedAt: STORY_NOW, version: current.version + 1 });
  };

  const backend: Partial<Backend> = {
    clock: storyClock,
    timeZone: 'Europe/Amsterdam',
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async listEnrollments(query = {}) {
      calls.push('listEnrollments');
      const found = find(query);
      const after = query.afterId === undefined ? 0 : found.findIndex(({ id }) => id === query.afterId) + 1;
      return { items: found.slice(after, after + (query.size ?? 50)), total: found.length - after };
    },
    async getEnrollments(ids) {
      calls.push('getEnrollments');
      return ids.map((id) => rows.get(id));
    },
    async getEnrollment(id) {
      calls.push('getEnrollment');
      return rows.get(id) ?? Promise.reject(new EnrollkitError('not-found', 'The host has no such record.'));
    },
    async changeStatus(id, to, options = {}) {
      calls.push('changeStatus');
      return change({ id, to, ...options });
    },
    async changeStatuses(changes) {
      calls.push('changeStatuses');
      return changes.map((each) => {
        try {
          return { enrollment: change(each) };
        } catch (error) {
          return { problem: error as EnrollkitError };
        }
      });
    },
    async correctEnrollment(id, correction) {
      const current = rows.get(id);
      if (!current) throw new EnrollkitError('not-found', 'The host has no such record.');
      const participant = { ...current.participant, ...correction } as Enrollment['participant'];
      return save({ ...current, participant, version: current.version + 1 });
    },
    ...overrides,
  };
  const statuses = (): Readonly<Partial<Record<ParticipationStatus, number>>> => {
    const counts: Partial<Record<ParticipationStatus, number>> = {};
    for (const { status } of rows.values()) counts[status] = (counts[status] ?? 0) + 1;
    return counts;
  };
  return { backend, rows, calls, change, save, statuses };
}

function meets(query: EnrollmentQuery): (enrollment: Enrollment) => boolean {
  const terms = parseSearch(query.search ?? '');
  const missing = [query.missing ?? []].flat();
  return (enrollment) => {
    const isOver = evaluateEnrollment(enrollment, { now: STORY_NOW }).next === undefined;
    const lacks = (fact: 'certificate' | 'invoice'): boolean =>
      (fact === 'certificate' ? enrollment.certificateUploadedAt : enrollment.invoiceUploadedAt) === undefined;
    const { status } = enrollment;
    const needs = {
      decision: bookingStateOf(enrollment) === 'requested',
      invoice: isOver && lacks('invoice') && (status === 'enrolled' || status === 'started'),
      certificate: isOver && lacks('certificate') && ['enrolled', 'started', 'completed'].includes(status),
      verification: false,
    };
    return (
      (query.ids?.includes(enrollment.id) ?? true) &&
      (query.status === undefined || [query.status].flat().includes(status)) &&
      (query.bookingState === undefined || [query.bookingState].flat().includes(bookingStateOf(enrollment))) &&
      missing.every(lacks) &&
      (query.needs === undefined || needs[query.needs]) &&
      meetsSearch(enrollmentWords(enrollment), terms)
    );
  };
}
