import type { Page } from '@enrollkit/core';
import type { Context } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from './app-env.js';
import { badRequest } from './problem.js';
import { pagingOf } from './request/query-fields.js';
import { representationOf, type Representation } from './representation.js';
import { toXml } from './to-xml.js';

export interface Answer {
  /** Name of the outermost element in XML. */
  readonly root: string;
  readonly body: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes an answer the way the request asks for. Records are personal: shared caches keep none of them. */
export function respond(c: Context<AppEnv>, { root, body, status = 200, headers = {} }: Answer): Response {
  const representation = representationOf(c);
  c.header('Cache-Control', 'private, no-cache');
  return write(c, representation, { root, body, status, headers });
}

/** Answers the part of a list that was asked for. */
export function respondPage(
  c: Context<AppEnv>,
  { root, items, total, hasMore }: Page<unknown> & { readonly root: string },
  query: Parameters<typeof pagingOf>[0],
): Response {
  expectReasonable(items);
  return respond(c, { root, body: wirePage({ items, total, ...(hasMore && { hasMore }) }, query) });
}

/** A page as the API says it. */
export function wirePage<Item>(
  { items, total, hasMore }: Page<Item>,
  query: Parameters<typeof pagingOf>[0],
): WirePage<Item> {
  return { items: [...items], total, ...(hasMore && { has_more: true as const }), ...pagingOf(query) };
}

interface WirePage<Item> {
  readonly items: Item[];
  readonly total: number;
  readonly has_more?: true;
  readonly size: number;
  readonly offset: number;
}

/** Far more than a page of ordinary records: 500 products with long descriptions. */
const MOST_PAGE_CHARS = 32 * 1024 * 1024;

/** A page of records that were stored before texts had limits could take all memory. One of them is always answered. */
function expectReasonable(items: readonly unknown[]): void {
  let chars = 0;
  for (const [index, item] of items.entries()) {
    chars += charsIn(item);
    if (chars > MOST_PAGE_CHARS && index > 0) throw badRequest('page-too-large', 'size', { max: index });
  }
}

/** How long its texts are: what is large in a record, found without writing it. */
function charsIn(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 8;
  let chars = 0;
  for (const part of Object.values(value)) chars += charsIn(part);
  return chars;
}

/** A list that is never longer than a page: all of it. */
export function wholePage<Item>(items: readonly Item[]): {
  readonly items: Item[];
  readonly total: number;
  readonly size: number;
  readonly offset: number;
} {
  const { length } = items;
  return { items: [...items], total: length, size: length, offset: 0 };
}

/** Writes a body in this representation. `subtype`: `problem+` for problems in JSON. */
export function write(
  c: Context<AppEnv>,
  representation: Representation,
  { root, body, status = 200, headers = {} }: Answer,
  subtype = '',
): Response {
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
  // Who asks decides what is in it.
  c.header('Vary', 'Accept, Authorization', { append: true });
  const isXml = representation === 'xml';
  c.header('Content-Type', isXml ? `application/${subtype}xml; charset=utf-8` : `application/${subtype}json`);
  return c.body(isXml ? toXml(root, body) : JSON.stringify(body), status as ContentfulStatusCode);
}
