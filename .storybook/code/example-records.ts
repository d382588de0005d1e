import type { Backend, Certificate, Certification, Enrollment, StartState, StoredProduct } from '@enrollkit/core';
import { FOUNDATION } from '../../stories/support/certifications.js';
import { ENROLLMENTS } from '../../stories/support/enrollments.js';
import { pricedCourse } from '../../stories/support/products.js';

/** What a story may have been handed. */
export interface StoryRecords {
  readonly product?: StoredProduct;
  readonly enrollment?: Enrollment;
  readonly rows?: readonly Enrollment[];
  /** Of people who are enrolled, where a story says no more of them. */
  readonly names?: readonly string[];
  readonly certifications?: readonly Certification[];
  /** Of these, which the course leads to: all, unless it says so. */
  readonly linked?: readonly string[];
  readonly certificates?: readonly Certificate[];
  /** What it looks like where nobody has set a backend. */
  readonly isWithoutBackend?: boolean;
  /** What its backend answers otherwise. */
  readonly overrides?: Partial<Backend>;
}

/** The records of an example, all of one course. */
export interface ExampleRecords {
  readonly product: StoredProduct;
  readonly enrollments: readonly Enrollment[];
  readonly certifications: readonly Certification[];
  readonly linked: readonly string[];
  readonly certificates: readonly Certificate[];
  /** Of which list only the first are there. */
  readonly cut?: string;
}

/** Enough of a long list to see what one looks like. */
const FEW = 8;
/** Each takes some lines of its own. */
const FEW_PEOPLE = 5;

export function exampleRecords(records: StoryRecords): ExampleRecords {
  const { product = pricedCourse(), enrollment = ENROLLMENTS.started, rows } = records;
  const certificates = (records.certificates ?? []).slice(0, FEW_PEOPLE);
  const named = unlessEmpty(certificates.flatMap(certificationsOf));
  const asked = unique(records.certifications ?? named ?? [FOUNDATION]);
  const isLinked = ({ id }: Certification): boolean => records.linked?.includes(id) ?? true;
  const certifications = [...asked].sort((a, b) => Number(isLinked(b)) - Number(isLinked(a))).slice(0, FEW_PEOPLE);
  const people = rows ?? records.names?.map(enrolled) ?? unlessEmpty(certificates.flatMap(enrollmentsOf));
  const cut = [product.startingDates.length > FEW, [people, records.certificates, asked].some(isLong)];
  return {
    product: fewStarts(product),
    enrollments: people?.slice(0, FEW_PEOPLE) ?? [enrollment],
    certifications,
    linked: certifications.filter(isLinked).map(({ id }) => id),
    certificates,
    ...(cut.includes(true) && { cut: 'The first of many.' }),
  };
}

const isLong = (list: readonly unknown[] | undefined): boolean => (list?.length ?? 0) > FEW_PEOPLE;

/** The first starts, each such that it comes to what the story says of it: see `startLines`. */
function fewStarts(product: StoredProduct): StoredProduct {
  const states = new Map(product.startStates.map((state) => [state.startingDateId, state]));
  const startingDates = product.startingDates.slice(0, FEW).map((start) => {
    const state: Partial<StartState> = states.get(start.id ?? '') ?? {};
    if (state.cancelledAt !== undefined) return { ...start, minSeats: 2 };
    return state.seatsLeft === 0 ? { ...start, maxSeats: 1 } : start;
  });
  // One that is closed is so by itself.
  const isThere = ({ startingDateId }: StartState): boolean =>
    startingDates.some(({ id, availableSeats }) => id === startingDateId && availableSeats !== 0);
  return { ...product, startingDates, startStates: product.startStates.filter(isThere) };
}

function enrolled(name: string, at: number): Enrollment {
  return {
    ...ENROLLMENTS.started,
    id: `enrollment-${at + 1}`,
    participant: { name, email: `deelnemer${at + 1}@voorbeeld.nl` },
  };
}

/** In a list of certificates each says whose it is, and what it is for. */
function enrollmentsOf({ enrollmentId: id, participant }: Certificate): Enrollment[] {
  return participant ? [{ ...ENROLLMENTS.started, id, participant: { name: '', ...participant } }] : [];
}

function certificationsOf({ certificationId: id, certification }: Certificate): Certification[] {
  if (!certification) return [];
  const { name, verified = true } = certification;
  return [{ id, name, verified, requiresValidUntil: false, version: 1 }];
}

const unique = (all: readonly Certification[]): Certification[] => [
  ...new Map(all.map((one) => [one.id, one])).values(),
];
const unlessEmpty = <Item>(all: readonly Item[]): readonly Item[] | undefined => (all.length > 0 ? all : undefined);
