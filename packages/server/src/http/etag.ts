import type { Context } from 'hono';
import type { AppEnv } from './app-env.js';
import { respond } from './respond.js';

/** Tells one state of a record from another. What its version doesn't count follows after a point. */
export function etagOf({ version }: { readonly version: number }, beyondVersion?: string | number): string {
  return beyondVersion === undefined ? `"${version}"` : `"${version}.${beyondVersion}"`;
}

/** Answers one record, or 304 when the asker has it in this state already. */
export function respondRecord(
  c: Context<AppEnv>,
  {
    root,
    body,
    etag,
    status = 200,
    headers = {},
  }: {
    readonly root: string;
    readonly body: unknown;
    readonly etag: string;
    readonly status?: number;
    readonly headers?: Readonly<Record<string, string>>;
  },
): Response {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  if (isRead && hasSeen(c.req.header('If-None-Match'), etag)) {
    c.header('Cache-Control', 'private, no-cache');
    c.header('ETag', etag);
    c.header('Vary', 'Accept, Authorization', { append: true });
    return c.body(null, 304);
  }
  return respond(c, { root, body, status, headers: { ...headers, ETag: etag } });
}

/** Compared weakly. Source: RFC 9110, section 13.1.2. */
function hasSeen(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const seen = ifNoneMatch.split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return seen.includes('*') || seen.includes(etag);
}
