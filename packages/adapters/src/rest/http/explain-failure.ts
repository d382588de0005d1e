import { EnrollkitError, type ErrorCode } from '@enrollkit/core';
import type { Fetch } from './fetch-transport.js';

/** Why there was no answer. */
export type FailureCode = Extract<ErrorCode, 'offline' | 'unavailable' | 'blocked'>;

export type ExplainFailure = (cause: unknown) => Promise<EnrollkitError & { readonly code: FailureCode }>;

const MESSAGES: Readonly<Record<FailureCode, string>> = {
  offline: 'The browser has no network',
  unavailable: 'The server could not be reached, or the connection was cut',
  blocked:
    'The server answers, but not to this page: its ENROLLKIT_ALLOWED_ORIGINS doesn’t name the page’s origin, or the page’s Content-Security-Policy (connect-src) doesn’t name the server, or a page on https asks a server on http',
};

/** A server that doesn't say within this time whether it is there isn't. */
const PROBE_MS = 5000;

/**
 * Finds out why a request got no answer. Browsers don't tell, so that pages can't look around in a network; what can be
 * known is whether there is a network, whether the page's own policy forbade it, and whether the server answers at all to a
 * request whose answer the page may not read. Requests that fail together share one look.
 */
export function failureExplainer(baseUrl: string, fetch: Fetch): ExplainFailure {
  const wasForbidden = watchPolicy(baseUrl);
  let looking: Promise<FailureCode> | undefined;

  async function look(): Promise<FailureCode> {
    if (!isOnline()) return 'offline';
    if (typeof document !== 'object') return 'unavailable';
    // The browser tells of a broken policy in a task of its own.
    await new Promise((resolve) => setTimeout(resolve));
    if (wasForbidden() || isMixed(baseUrl)) return 'blocked';
    if (new URL(baseUrl).origin === location.origin) return 'unavailable';
    return (await answers(`${baseUrl}/healthz`, fetch)) ? 'blocked' : isOnline() ? 'unavailable' : 'offline';
  }

  return async (cause) => {
    looking ??= look().finally(() => (looking = undefined));
    const code = await looking;
    return new EnrollkitError(code, MESSAGES[code], { cause }) as EnrollkitError & { readonly code: FailureCode };
  };
}

async function answers(url: string, fetch: Fetch): Promise<boolean> {
  try {
    await fetch(url, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      signal: AbortSignal.timeout(PROBE_MS),
    });
    return true;
  } catch {
    return false;
  }
}

/** Remembers when the page's Content-Security-Policy forbade a connection to this server. */
function watchPolicy(baseUrl: string): () => boolean {
  if (typeof document !== 'object') return () => false;
  const { origin } = new URL(baseUrl);
  let isForbidden = false;
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) => {
    if (effectiveDirective === 'connect-src' && blockedURI.startsWith(origin)) isForbidden = true;
  });
  return () => isForbidden;
}

/** A page on https may not ask over http; its own machine is excepted. */
function isMixed(baseUrl: string): boolean {
  const { protocol, hostname } = new URL(baseUrl);
  return location.protocol === 'https:' && protocol === 'http:' && !/^(localhost|127\.|\[::1\])/.test(hostname);
}

export function isOnline(): boolean {
  return (globalThis.navigator as Navigator | undefined)?.onLine !== false;
}
