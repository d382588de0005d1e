import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import sirv from 'sirv';

/** Of the kit: Lit's, of the worker that checks feeds, and of the one that reads PDFs. */
const POLICIES = ['lit-html', 'enrollkit', 'enrollkit-pdf'];

/**
 * Serves a built page as a careful host does: nothing inline, Trusted Types enforced, nothing from elsewhere. Or its scripts
 * from another origin, which is the same server by its other name.
 *
 * @param {string} folder
 * @param {{ policies?: readonly string[], isTrusted?: boolean, fromElsewhere?: boolean }} options `policies`: more of
 *   Trusted Types; `isTrusted`: without them
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveStrictly(folder, { policies = [], isTrusted = false, fromElsewhere = false }) {
  let elsewhere = '';
  const files = sirv(folder, { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.url !== '/') return files(request, response);
    const built = readFileSync(join(folder, 'index.html'), 'utf8');
    const page = fromElsewhere ? built.replaceAll(/(["=])\/?(?=[\w./-]+\.js\b)/g, `$1${elsewhere}/`) : built;
    // Parcel writes one; nothing else may be inline.
    const importMaps = [...page.matchAll(/<script type="?importmap"?>(.*?)<\/script>/gs)].map(([, map]) => hashOf(map));
    const scripts = [fromElsewhere ? elsewhere : "'self'", ...importMaps].join(' ');
    const policy = [
      "default-src 'none'",
      `script-src ${scripts}`,
      `worker-src ${fromElsewhere ? 'blob:' : "'self'"}`,
      "style-src 'self'",
      "img-src 'self' data:",
      "connect-src 'self'",
      ...(isTrusted
        ? []
        : ["require-trusted-types-for 'script'", `trusted-types ${[...POLICIES, ...policies].join(' ')}`]),
    ];
    response.setHeader('Content-Security-Policy', policy.join('; '));
    response.setHeader('Content-Type', 'text/html');
    response.end(page);
  });
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address();
  elsewhere = `http://localhost:${port}`;
  return { url: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

/** @param {string} inline What a policy allows by its hash */
const hashOf = (inline) => `'sha256-${createHash('sha256').update(inline).digest('base64')}'`;
