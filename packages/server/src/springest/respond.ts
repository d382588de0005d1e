import type { Context } from 'hono';
import { getPath } from 'hono/utils/url';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { AppEnv } from '../http/app-env.js';
import { negotiate, type Representation } from '../http/representation.js';
import { toTypedXml } from './typed-xml.js';

interface CompatibleAnswer {
  /** Name of the outermost element in XML. */
  readonly root: string;
  readonly body: object;
  /** What is in that element, where it isn't the whole body. */
  readonly xmlBody?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Writes an answer as the address asks for by its end, else as `Accept` does, else in JSON. No cache keeps it: its address holds a key. */
export function respondCompatibly(
  c: Context<AppEnv>,
  { root, body, xmlBody = body, status = 200, headers = {} }: CompatibleAnswer,
): Response {
  const isXml = representationOf(c) === 'xml';
  for (const [name, value] of Object.entries({ 'Cache-Control': 'no-store', ...headers })) c.header(name, value);
  c.header('Vary', 'Accept, Authorization', { append: true });
  c.header('Content-Type', isXml ? 'application/xml; charset=utf-8' : 'application/json');
  return c.body(isXml ? toTypedXml(root, xmlBody) : JSON.stringify(body), status as ContentfulStatusCode);
}

function representationOf(c: Context<AppEnv>): Representation {
  const [, extension] = /\.(json|xml)$/.exec(getPath(c.req.raw)) ?? [];
  if (extension !== undefined) return extension as Representation;
  return negotiate(c.req.header('Accept') ?? '*/*') === 'xml' ? 'xml' : 'json';
}
