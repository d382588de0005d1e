import type { Context } from 'hono';
import { readFormSubmissions } from '../certificates/form-submissions.js';
import { submissionsOf } from '../certificates/json-submissions.js';
import type { Submissions } from '../certificates/submission.js';
import type { AppEnv } from '../http/app-env.js';
import { isJson } from '../http/request/json-body.js';
import { parseJson } from '../http/request/parse-json.js';
import { mediaTypeOf, readText, unsupportedType } from '../http/request/read-body.js';
import type { ServerParts } from '../parts/server-parts.js';
import { readXml } from './read-xml.js';

const XML_TYPE = /^(application|text)\/([\w.-]+\+)?xml$/;

/** The certificates of one request: a form, JSON or XML, one or many. */
export async function readSubmissions(
  c: Context<AppEnv>,
  parts: Pick<ServerParts, 'settings' | 'spool'>,
): Promise<Submissions> {
  const { maxBodyBytes: maxBytes, requestTimeoutMs: timeoutMs, maxBundleItems } = parts.settings;
  const type = mediaTypeOf(c);
  if (type === 'multipart/form-data') return readFormSubmissions(c, parts);
  if (isJson(type)) return listed(unwrapped(parseJson(await readText(c, { maxBytes, timeoutMs }))), maxBundleItems);
  if (XML_TYPE.test(type)) {
    const text = await readText(c, { maxBytes, timeoutMs, malformed: 'xml-malformed' });
    return listed(await readXml(text, { maxItems: maxBundleItems }), maxBundleItems);
  }
  throw unsupportedType('multipart/form-data', 'application/json', 'application/xml');
}

function listed(body: unknown, maxBundleItems: number): Submissions {
  const read = Array.isArray(body) ? body.map(withoutLineBreaks) : withoutLineBreaks(body);
  return submissionsOf(read, { maxBundleItems });
}

/** `{"certificates": [...]}` and `{"certificate": {...}}` are what the names say. */
function unwrapped(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return body;
  const { certificates, certificate } = body as Readonly<Record<string, unknown>>;
  return certificates ?? certificate ?? body;
}

/** Ruby, Python and PHP write base64 in lines by themselves. Source: RFC 2045, section 6.8. */
function withoutLineBreaks(item: unknown): unknown {
  if (typeof item !== 'object' || item === null || !('file' in item) || typeof item.file !== 'string') return item;
  return /\s/.test(item.file) ? { ...item, file: item.file.replaceAll(/\s+/g, '') } : item;
}
