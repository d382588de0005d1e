import type { MiddlewareHandler } from 'hono';

/** What every answer says, unless its route says it in its own way: a page for people, or a file. */
const DEFAULTS: Readonly<Record<string, string>> = {
  // An answer is data: nothing in it may run, be framed, or be taken for another type than it says.
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  // Pages that are allowed to, fetch with CORS, which this doesn't concern; others can't draw an answer in.
  'Cross-Origin-Resource-Policy': 'same-origin',
  // Personal data stays in no cache, shared or on a disk.
  'Cache-Control': 'no-store',
};

/** Puts the headers that keep browsers careful on every answer, errors and preflights too. */
export const securityHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  // The older header knows no list of pages that may frame: it would keep out those that a policy lets in.
  const policy = c.res.headers.get('Content-Security-Policy') ?? '';
  const mayBeFramed = policy.includes('frame-ancestors') && !policy.includes("frame-ancestors 'none'");
  for (const [name, value] of Object.entries(DEFAULTS)) {
    if (c.res.headers.has(name) || (mayBeFramed && name === 'X-Frame-Options')) continue;
    c.res.headers.set(name, value);
  }
};

/** Tells how to show who asks. Source: RFC 6750, section 3. */
export const challenge: MiddlewareHandler = async (c, next) => {
  await next();
  if (c.res.status !== 401) return;
  const fault = c.req.header('Authorization') === undefined ? '' : ', error="invalid_token"';
  c.res.headers.set('WWW-Authenticate', `Bearer realm="enrollkit"${fault}`);
};
