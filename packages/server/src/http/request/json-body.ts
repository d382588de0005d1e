import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../app-env.js';
import type { Settings } from '../../settings/settings.js';
import { mediaTypeOf, readText, unsupportedType } from './read-body.js';
import { parseJson } from './parse-json.js';

/** Small records: nothing but a bundle of certificates is larger. */
const MAX_RECORD_BYTES = 1024 * 1024;

const JSON_TYPE = /^application\/([\w.-]+\+)?json$/;

export function isJson(mediaType: string): boolean {
  return JSON_TYPE.test(mediaType);
}

/**
 * Reads the JSON body of a route within its limits, so that the route's schema finds it there. `optional`: no body is as
 * good as `{}`.
 */
export function jsonBody(settings: Settings, { optional = false } = {}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const type = mediaTypeOf(c);
    const limits = {
      maxBytes: Math.min(MAX_RECORD_BYTES, settings.maxBodyBytes),
      timeoutMs: settings.requestTimeoutMs,
    };
    if (type !== '' && !isJson(type)) throw unsupportedType('application/json');
    const text = await readText(c, limits);
    if (type === '' && (text !== '' || !optional)) throw unsupportedType('application/json');
    const read = text === '' && type !== '' && optional ? '{}' : text;
    if (type !== '') parseJson(read);
    // Where the request looks before it reads its body; its type leaves out that these are promises.
    Object.assign(c.req.bodyCache, { text: Promise.resolve(read) });
    await next();
  };
}
