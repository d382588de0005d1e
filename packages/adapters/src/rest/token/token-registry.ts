/** Gives the token for a request. `refresh`: the server refused the last one, so one that was kept will not do. */
export type GetToken = (options?: { readonly refresh?: boolean }) => string | undefined | Promise<string | undefined>;

interface TokenRegistry {
  /** By the address of the API. */
  readonly sources: Map<string, GetToken>;
  readonly listeners: Set<() => void>;
}

/** One for the page, whatever copies of the kit are on it: a page may set its source before or after any of them. */
function registry(): TokenRegistry {
  const key = Symbol.for('enrollkit.token-sources');
  const slots = globalThis as unknown as Record<symbol, TokenRegistry | undefined>;
  return (slots[key] ??= { sources: new Map(), listeners: new Set() });
}

/**
 * Says where the tokens for an API come from, for every backend on the page that asks there. May come before or after
 * those backends: their requests wait for it. `undefined` takes it away.
 *
 * @example
 * setTokenSource('https://portal.example/api', async ({ refresh } = {}) => session.token({ refresh }));
 */
export function setTokenSource(baseUrl: string, source: GetToken | undefined): void {
  const { sources, listeners } = registry();
  if (source) sources.set(absoluteUrl(baseUrl), source);
  else sources.delete(absoluteUrl(baseUrl));
  for (const listener of [...listeners]) listener();
}

/** `baseUrl` as {@link absoluteUrl} gives it. */
export function tokenSourceOf(baseUrl: string): GetToken | undefined {
  return registry().sources.get(baseUrl);
}

export function onTokenSource(listener: () => void): () => void {
  const { listeners } = registry();
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Without a slash at its end. In a page an address may be relative to the page's own. */
export function absoluteUrl(url: string): string {
  const page = typeof document === 'object' ? document.baseURI : undefined;
  return new URL(url, page).href.replace(/\/+$/, '');
}
