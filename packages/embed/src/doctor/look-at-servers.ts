import { finding, type Finding, type PageWindow } from './finding.js';

/** A stream that has said nothing in this time is held back by something on the way. */
const STREAM_MS = 5000;

type Token = string | null | undefined;
interface RestBackend extends Element {
  readonly getToken?: () => Token | Promise<Token>;
}

export async function lookAtServers(page: PageWindow): Promise<readonly Finding[]> {
  const backends = page.document.querySelectorAll<RestBackend>('enrollkit-backend[type="rest"][base-url]');
  const byAddress = new Map([...backends].map((backend) => [backend.getAttribute('base-url') ?? '', backend]));
  return (await Promise.all([...byAddress].map(([url, backend]) => lookAtServer(page, url, backend)))).flat();
}

async function lookAtServer(page: PageWindow, url: string, backend: RestBackend): Promise<readonly Finding[]> {
  const base = new URL(url, page.document.baseURI).href.replace(/\/$/, '');
  let violation: SecurityPolicyViolationEvent | undefined;
  const listen = (event: SecurityPolicyViolationEvent): void => void (violation ??= event);
  page.document.addEventListener('securitypolicyviolation', listen);
  try {
    // Asked as the kit asks, with a header of its own: CORS counts.
    const health = await page
      .fetch(`${base}/healthz`, { headers: { Accept: 'application/json' } })
      .catch(() => undefined);
    if (!health?.ok) {
      // Violations are told in a task of their own.
      await new Promise((resolve) => setTimeout(resolve));
      if (violation) return [finding('blocked-by-policy', `${violation.effectiveDirective}: ${violation.blockedURI}`)];
      return [finding('server-unreachable', health ? `${base}: HTTP ${health.status}` : base)];
    }
    const token = await tokenOf(page, backend);
    if (token === undefined) return [finding('no-token', backend.getAttribute('token-url') ?? base)];
    return (await streams(page, base, token)) ? [] : [finding('stream-blocked', `${base}/events`)];
  } finally {
    page.document.removeEventListener('securitypolicyviolation', listen);
  }
}

/** `null`: nobody is signed in, which is as it may be. */
async function tokenOf(page: PageWindow, backend: RestBackend): Promise<Token> {
  try {
    const address = backend.getAttribute('token-url');
    if (!address) return (await backend.getToken?.()) ?? null;
    const answer = await page.fetch(address, { credentials: 'same-origin', cache: 'no-store' });
    if (answer.status === 204) return null;
    const { token } = (await answer.json()) as { readonly token?: Token };
    return token;
  } catch {
    return undefined;
  }
}

async function streams(page: PageWindow, base: string, token: Token): Promise<boolean> {
  // Nobody signed in, nobody told.
  if (!token) return true;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), STREAM_MS);
  try {
    const answer = await page.fetch(`${base}/events`, {
      headers: { Accept: 'text/event-stream', Authorization: `Bearer ${token}` },
      signal: stop.signal,
    });
    const first = await answer.body?.getReader().read();
    return answer.ok && first?.done === false;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    stop.abort();
  }
}
