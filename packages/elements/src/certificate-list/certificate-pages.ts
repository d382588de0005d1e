import type { Backend, Certificate, CertificateQuery, Page, ReadOptions } from '@enrollkit/core';
import { readCertificate } from '../certificate-upload/uploaded/certificate-record.js';
import { byExpiry } from './list-query.js';
import { badAnswer } from '../base/reading/bad-answer.js';
import { readAll } from '../base/reading/read-all.js';

/** As many as a backend gives at once. */
const MOST = 500;

/** What has been read of a list so far. */
export interface CertificatePages {
  readonly certificates: readonly Certificate[];
  /** How many there are in all. */
  readonly total: number;
  /** More than that. */
  readonly hasMore?: true;
}

type Lister = Pick<Backend, 'listCertificates'>;

/** The first so many of a list. */
export async function readFirst(
  backend: Lister,
  query: CertificateQuery,
  options: ReadOptions & { readonly wanted: number },
): Promise<CertificatePages> {
  const { wanted, ...reading } = options;
  const page = await readPage(backend, { ...query, size: Math.min(wanted, MOST) }, reading);
  const { items: certificates, ...counted } = page;
  return { certificates, ...counted };
}

/** So many more, after the last one that is there: what came or went before it shifts nothing. */
export async function readMore(
  backend: Lister,
  query: CertificateQuery,
  { pages, size }: { readonly pages: CertificatePages; readonly size: number },
): Promise<CertificatePages> {
  const last = pages.certificates.at(-1);
  if (!last) return pages;
  const { items, total } = await readPage(backend, { ...query, size, afterId: last.id }, {});
  const known = new Set(pages.certificates.map(({ id }) => id));
  const certificates = [...pages.certificates, ...items.filter(({ id }) => !known.has(id))];
  // Of a page that goes on, the total says only whether there are more.
  return {
    ...pages,
    certificates,
    total: total > items.length ? Math.max(pages.total, certificates.length + 1) : certificates.length,
  };
}

/** With one that was read again, in its place; `undefined`: it doesn't belong here any more. */
export function withChanged(
  { certificates, total, ...counted }: CertificatePages,
  id: string,
  certificate: Certificate | undefined,
): CertificatePages {
  const others = certificates.filter((each) => each.id !== id);
  const wasShown = others.length < certificates.length;
  const all = certificate ? [...others, certificate].toSorted(byExpiry) : others;
  // Beyond the last one that is shown there are others, which come before it when more are asked for.
  const isLastOfSome = certificates.length < total && !wasShown && all.at(-1) === certificate;
  return {
    ...counted,
    certificates: isLastOfSome ? others : all,
    total: total + Number(certificate !== undefined) - Number(wasShown),
  };
}

/**
 * All of a list, what expires first first. By id, which nobody changes, and sorted when all are there: of an order that looks at
 * a record, the one behind which a page begins may be gone by then.
 */
export async function readEvery(
  backend: Lister,
  { orderBy: _, ...query }: CertificateQuery,
): Promise<readonly Certificate[]> {
  const all = await readAll((paging) => readPage(backend, { ...query, ...paging }, {}), { most: Infinity });
  return all.toSorted(byExpiry);
}

async function readPage(backend: Lister, query: CertificateQuery, options: ReadOptions): Promise<Page<Certificate>> {
  const answer: unknown = await backend.listCertificates(query, options);
  const { items, total, hasMore } = (answer ?? {}) as Partial<Page<unknown>>;
  if (!Array.isArray(items)) throw badAnswer('list of certificates');
  return {
    items: items.map(readCertificate),
    total: typeof total === 'number' ? total : items.length,
    ...(hasMore === true && { hasMore }),
  };
}
