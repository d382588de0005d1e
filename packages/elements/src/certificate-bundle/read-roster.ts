import type { Backend, Certificate, Certification, Enrollment, ReadOptions, StoredProduct } from '@enrollkit/core';
import { badAnswer } from '../base/reading/bad-answer.js';
import { readAll } from '../base/reading/read-all.js';
import { may } from '../base/reading/may.js';
import { group } from './group.js';

/** Who may get a certificate, for what, and what is there already. */
export interface BundleRecord {
  readonly product: StoredProduct;
  /** What the product leads to, in its order. */
  readonly certifications: readonly Certification[];
  readonly people: ReadonlyMap<string, Enrollment>;
  /** The certificates that are there, by enrollment. */
  readonly there: ReadonlyMap<string, readonly Certificate[]>;
  /** The other way round: who has a file, by its hash. */
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>;
  /** Whether this actor may upload for any of them. */
  readonly mayUpload: boolean;
}

/** What a backend must have. `listCertificates` adds to it. */
export const NEEDED_PORTS = ['getProduct', 'listCertifications', 'listEnrollments', 'uploadCertificate'] as const;

export type RosterBackend = Pick<Backend, (typeof NEEDED_PORTS)[number]> & Partial<Pick<Backend, 'listCertificates'>>;

/** No product leads to more. */
const MOST_CERTIFICATIONS = 500;
/** No course date has more, and no product is handed out at once to more. */
const MOST_PEOPLE = 10_000;
const MOST_CERTIFICATES = 10_000;

export async function readRoster(
  backend: RosterBackend,
  { productId, startingDateId }: { readonly productId: string; readonly startingDateId: string | undefined },
  options: ReadOptions,
): Promise<BundleRecord> {
  const [product, certifications, enrollments] = await Promise.all([
    backend.getProduct(productId, options),
    readList((paging) => backend.listCertifications({ productId, ...paging }, options), MOST_CERTIFICATIONS),
    readList(
      (paging) => backend.listEnrollments({ productId, ...(startingDateId && { startingDateId }), ...paging }, options),
      MOST_PEOPLE,
    ),
  ]);
  if (!Array.isArray(product.certificationIds)) throw badAnswer('product with its certifications');
  const people = enrollments.filter(
    (each) =>
      startingDateId === undefined || each.startingDateId === undefined || each.startingDateId === startingDateId,
  );
  if (people.some(({ id, participant }) => typeof id !== 'string' || typeof participant.name !== 'string')) {
    throw badAnswer('enrollments with their participants');
  }
  const files = await readFiles(backend, { people, certificationIds: product.certificationIds }, options);
  return {
    product,
    certifications: product.certificationIds.flatMap((id) => certifications.find((each) => each.id === id) ?? []),
    people: new Map(people.map((each) => [each.id, each])),
    there: group(files, ({ enrollmentId }) => enrollmentId),
    holders: setsOf(files.map(({ enrollmentId, file }) => [file.sha256, enrollmentId])),
    mayUpload: people.length === 0 || people.some((each) => may('certificate.upload', each)),
  };
}

/** Only when anybody has one, and only since the first of them: no request for each row. */
async function readFiles(
  backend: RosterBackend,
  {
    people,
    certificationIds,
  }: { readonly people: readonly Enrollment[]; readonly certificationIds: readonly string[] },
  options: ReadOptions,
): Promise<readonly Certificate[]> {
  const all: Certificate[] = [];
  const [createdFrom] = people.flatMap(({ certificateUploadedAt }) => certificateUploadedAt ?? []).toSorted();
  if (createdFrom === undefined || !backend.listCertificates) return all;
  const { listCertificates } = backend;
  for (const certificationId of certificationIds) {
    const found = await readList<Certificate>(
      (paging) => listCertificates.call(backend, { certificationId, createdFrom, ...paging }, options),
      MOST_CERTIFICATES,
    );
    all.push(...found);
  }
  return all;
}

function setsOf(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, ReadonlySet<string>> {
  const sets = new Map<string, Set<string>>();
  for (const [key, value] of pairs) sets.set(key, (sets.get(key) ?? new Set()).add(value));
  return sets;
}

/** A host's own backend may answer anything. */
async function readList<Row extends { readonly id: string }>(
  read: Parameters<typeof readAll<Row>>[0],
  most: number,
): Promise<readonly Row[]> {
  const readPage: typeof read = async (paging) => {
    const page = await read(paging);
    const isList: boolean = Array.isArray(page.items);
    if (!isList) throw badAnswer('list of items');
    return page;
  };
  return readAll(readPage, { most });
}

const restricted = new WeakMap<BundleRecord, Map<string, BundleRecord>>();

/** The same record for one certification only; always the same one, so that nothing is matched anew. */
export function restrictedTo(record: BundleRecord, certificationId: string | undefined): BundleRecord {
  if (!certificationId) return record;
  const known = restricted.get(record) ?? new Map<string, BundleRecord>();
  restricted.set(record, known);
  const certifications = record.certifications.filter(({ id }) => id === certificationId);
  const found = known.get(certificationId) ?? { ...record, certifications };
  known.set(certificationId, found);
  return found;
}
