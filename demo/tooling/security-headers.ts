import type { Connect, Plugin } from 'vite';

/**
 * What a careful host sends. No `unsafe-inline` anywhere, and Trusted Types enforced with the policies of Lit, of the kit's worker and of its descriptions:
 * the kit has to work under this. `blob:` is there for opening an uploaded certificate.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html enrollkit enrollkit-groups enrollkit-html enrollkit-pdf',
].join('; ');

/** What every page of the demo is sent with. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};

/** How long a built file is kept: names below /assets/ hold a digest of their content. */
export function cachingOf(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** Sends these headers from the development and the preview server, whose files are built. */
export function securityHeaders(): Plugin {
  const send: Connect.NextHandleFunction = (_request, response, next) => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value);
    next();
  };
  const keep: Connect.NextHandleFunction = ({ url = '/' }, response, next) => {
    response.setHeader('Cache-Control', cachingOf(url));
    next();
  };
  return {
    name: 'security-headers',
    configureServer: (server) => void server.middlewares.use(send),
    configurePreviewServer: (server) => void server.middlewares.use(send).use(keep),
  };
}
