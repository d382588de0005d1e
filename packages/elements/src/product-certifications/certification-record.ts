import type {
  Backend,
  Certification,
  CertificationQuery,
  CertificationVerification,
  ReadOptions,
  StoredProduct,
} from '@enrollkit/core';
import { badAnswer } from '../base/reading/bad-answer.js';
import { readAll } from '../base/reading/read-all.js';

/** More than any provider has; a backend that answers the same page for ever must not be asked for ever. */
const MOST = 5000;

/** What is shown: the product, unless only certifications are, and those that can be linked or reviewed. */
export interface CertificationsRecord {
  readonly product: StoredProduct | undefined;
  readonly certifications: readonly Certification[];
}

export type CertificationsPorts = Pick<Backend, 'getProduct' | 'listCertifications'>;

/** A product with what it leads to, or with everything that it could lead to. */
export async function readOfProduct(
  backend: CertificationsPorts,
  id: string,
  { isAll, ...options }: ReadOptions & { readonly isAll: boolean },
): Promise<CertificationsRecord> {
  const [product, certifications] = await Promise.all([
    backend.getProduct(id, options),
    readCertifications(backend, isAll ? {} : { productId: id }, options),
  ]);
  if (!Array.isArray((product as Partial<StoredProduct> | undefined)?.certificationIds)) throw badAnswer('product');
  return { product, certifications };
}

/** Everything that a provider has, page by page. */
export async function readCertifications(
  backend: Pick<Backend, 'listCertifications'>,
  query: { readonly productId?: string },
  options: ReadOptions,
): Promise<readonly Certification[]> {
  const read = async (paging: CertificationQuery) => {
    const page = await backend.listCertifications({ ...query, ...paging }, options);
    if (!isList(page.items)) throw badAnswer('list of certifications');
    return page;
  };
  return readAll(read, { most: MOST });
}

/** Whether it was looked at; a host's own backend may say no more than whether it is verified. */
export function verificationOf({ verified, rejection, verification }: Certification): CertificationVerification {
  return verification ?? (verified ? 'verified' : rejection ? 'rejected' : 'pending');
}

/** The record with one certification as it is now. */
export function withCertification(record: CertificationsRecord, changed: Certification): CertificationsRecord {
  const isKnown = record.certifications.some(({ id }) => id === changed.id);
  const certifications = isKnown
    ? record.certifications.map((each) => (each.id === changed.id ? changed : each))
    : [changed, ...record.certifications];
  return { ...record, certifications };
}

/** A host's own backend may answer anything. */
function isList(items: unknown): boolean {
  return Array.isArray(items);
}
