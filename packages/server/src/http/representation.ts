import type { Context } from 'hono';
import { parseAccept } from 'hono/utils/accept';
import { getPath } from 'hono/utils/url';
import type { AppEnv } from './app-env.js';
import { badRequest } from './problem.js';

/** Below this, clients of the marketplace's certificates API find it, when the settings say so. */
const COMPATIBLE_PATH = '/springest';

/** Whether a path is below {@link COMPATIBLE_PATH}. */
export function isCompatiblePath(path: string, basePath: string): boolean {
  return `${path}/`.startsWith(`${basePath}${COMPATIBLE_PATH}/`);
}

/** The two ways in which records are written. */
export type Representation = 'json' | 'xml';

/** An address that names its representation. An id that ends so is written with %2E. */
const WITH_EXTENSION =
  /^((?:\/springest)?\/(?:certificates|certifications|bookings|products)(?:\/[^/]+(?:\/history)?)?)\.(json|xml)$/;

const RANGES: Readonly<Record<Representation, RegExp>> = {
  json: /^(\*|application)\/(\*|json|problem\+json)$/i,
  xml: /^((\*|application)\/(\*|xml|problem\+xml)|text\/(\*|xml))$/i,
};

/**
 * The path by which a request finds its route: without an extension, and `/users/certificates` is `/certificates`.
 * `basePath` as in the settings.
 */
export function routedPath(basePath: string): (request: Request) => string {
  return (request) => {
    const path = getPath(request);
    if (!path.startsWith(`${basePath}/`)) return path;
    const { bare } = splitExtension(
      path.slice(basePath.length).replace(/^((?:\/springest)?)\/users(?=\/certificates)/, '$1'),
      request,
    );
    return basePath + bare;
  };
}

/** What the request asks for: by extension, else by Accept, else JSON. Refuses what is neither (406). */
export function representationOf(c: Context<AppEnv>): Representation {
  const asked = askedRepresentation(c);
  if (asked === 'neither')
    throw badRequest('not-acceptable', 'Accept', { accepted: 'application/json, application/xml' });
  return asked;
}

/** A feed is what somebody sends, and no way to speak to this API. */
const FEEDS = /\/imports\/(products|trainers)$/;

/** How an error is written: as the request asks, or else as it speaks itself. */
export function problemRepresentation(c: Context<AppEnv>): Representation {
  const asked = askedRepresentation(c);
  const isFeed = FEEDS.test(getPath(c.req.raw));
  const speaksXml = !isFeed && /^(application|text)\/([\w.-]+\+)?xml\b/i.test(c.req.header('Content-Type') ?? '');
  if (asked === 'xml' || (speaksXml && !/json/i.test(c.req.header('Accept') ?? ''))) return 'xml';
  return 'json';
}

function askedRepresentation(c: Context<AppEnv>): Representation | 'neither' {
  const path = getPath(c.req.raw);
  const { extension } = splitExtension(
    path.replace(/^.*?(?=\/(?:certificates|certifications|bookings|products)\b)/, ''),
    c.req.raw,
  );
  if (extension) return extension;
  const accept = c.req.header('Accept');
  return accept === undefined || accept.trim() === '' ? 'json' : negotiate(accept);
}

/** The best of what is accepted; JSON when both are as good. Source: RFC 9110, section 12.5.1. */
export function negotiate(accept: string): Representation | 'neither' {
  const ranges = parseAccept(accept);
  const quality = (representation: Representation): number => {
    const fitting = ranges.filter(({ type }) => RANGES[representation].test(type));
    // The most specific range decides, also when it says 0.
    const best = fitting.toSorted((a, b) => wildcards(a.type) - wildcards(b.type) || b.q - a.q)[0];
    return best?.q ?? 0;
  };
  const [json, xml] = [quality('json'), quality('xml')];
  if (json === 0 && xml === 0) return 'neither';
  return json >= xml ? 'json' : 'xml';
}

function wildcards(range: string): number {
  return range.split('*').length;
}

/** `path` is decoded: whether its last dot was one, or %2E and so part of an id, only the address tells. */
function splitExtension(
  path: string,
  { url }: Pick<Request, 'url'>,
): { readonly bare: string; readonly extension?: Representation } {
  const [, bare, extension] = WITH_EXTENSION.exec(path) ?? [];
  if (bare === undefined || extension === undefined) return { bare: path };
  if (!url.replace(/[?#].*$/s, '').endsWith(`.${extension}`)) return { bare: path };
  return { bare, extension: extension as Representation };
}
