import { EnrollkitError } from '@enrollkit/core';
import { errorFromProblem } from '@enrollkit/core/wire';
import type { BackendConfig } from '@enrollkit/elements';
import { language } from '../texts/language.js';

const API = '/api';

/** Asks the portal's own API what the kit's backend has no method for. Answers the JSON, or nothing where there is none. */
export type CallApi = (path: string, init?: RequestInit) => Promise<unknown>;

export function serverApi(getToken: NonNullable<BackendConfig['getToken']>): CallApi {
  return async (path, init = {}) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', `Bearer ${await getToken({})}`);
    // Its sentences are read on this page.
    headers.set('Accept-Language', language());
    const response = await fetch(API + path, { ...init, headers }).catch((cause: unknown) => {
      throw new EnrollkitError('unavailable', `The server doesn't answer to ${path}`, { cause });
    });
    if (response.status === 204) return undefined;
    const body: unknown = await response.json().catch(() => undefined);
    if (response.ok) return body;
    if (typeof body === 'object' && body !== null) throw errorFromProblem(body, response.status);
    throw new EnrollkitError('internal', `The server answered ${response.status} to ${path}`);
  };
}

/** A JSON body. */
export function jsonBody(body: object): Pick<RequestInit, 'body' | 'headers'> {
  return { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
}
