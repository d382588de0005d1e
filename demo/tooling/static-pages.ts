import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { BACKEND } from './portal-frame.js';
import { cachingOf, SECURITY_HEADERS } from './security-headers.js';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.pdf': 'application/pdf',
  '.json': 'application/json',
};

/** The built demo, whose pages find their records on this server. All in memory: a path outside it doesn't exist. */
export function staticPages(directory: string): (path: string) => Response {
  const files: ReadonlyMap<string, Uint8Array<ArrayBuffer>> = new Map(
    readdirSync(directory, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        const name = `/${relative(directory, path).split(sep).join('/')}`;
        return [name, readPage(path)] as const;
      }),
  );
  return (path) => {
    const name = path === '/' ? '/index.html' : path;
    const body = files.get(name);
    if (!body) {
      const headers = { ...SECURITY_HEADERS, 'Content-Type': TYPES['.html'] ?? '', 'Cache-Control': 'no-cache' };
      return new Response(files.get('/404.html'), { status: 404, headers });
    }
    const type = TYPES[extname(name)] ?? 'application/octet-stream';
    const headers = { ...SECURITY_HEADERS, 'Content-Type': type, 'Cache-Control': cachingOf(name) };
    return new Response(body, { headers });
  };
}

function readPage(path: string): Uint8Array<ArrayBuffer> {
  const bytes = readFileSync(path);
  if (extname(path) !== '.html') return new Uint8Array(bytes);
  const page = bytes
    .toString('utf8')
    .replaceAll(BACKEND.inTheBrowser, BACKEND.onTheServer)
    // The page of another site has no script of its own; with a server it needs one that gives tokens.
    .replace(/<script[^>]* src="\/embed\//, (embed) => `<script src="/leerplein.js" defer></script>\n    ${embed}`);
  return new TextEncoder().encode(page);
}
