import type { HostBackend } from '../base/backend/backend-context.js';
import { pageSlot } from '../base/page-slot.js';

/** What the attributes of `<enrollkit-backend>` say. */
export interface BackendConfig {
  readonly baseUrl?: string;
  readonly database?: string;
  readonly timeZone?: string;
  /** Whose records, where a server has several providers. */
  readonly providerId?: string;
  /** The page's own address that answers `{ "token": "..." }`, in place of `getToken`. */
  readonly tokenUrl?: string;
  /** Asked before every request that needs one. */
  readonly getToken: TokenGiver;
  /** Reads what is public, without a token. */
  readonly visitor: boolean;
  /** Whether the page has given `getToken` by now. */
  readonly isTokenReady: () => boolean;
  /** Aborted when the element needs this backend no more. */
  readonly signal: AbortSignal;
}

/** `refresh`: the server has refused the last token, so one that was kept will not do. */
export type TokenGiver = (options?: { readonly refresh?: boolean }) => string | undefined | Promise<string | undefined>;

/** A backend that was made for one `<enrollkit-backend>`, which closes it when it leaves the page. */
export type OwnedBackend = HostBackend & {
  close?(): void | Promise<void>;
  /** `isTokenReady` or `getToken` has changed. */
  tokenChanged?(): void;
};

export type BackendFactory = (config: BackendConfig) => OwnedBackend;

interface BackendTypes {
  readonly factories: Map<string, BackendFactory>;
  readonly listeners: Set<() => void>;
}

const types = (): BackendTypes => pageSlot('backend-types', () => ({ factories: new Map(), listeners: new Set() }));

/**
 * Makes `<enrollkit-backend type="...">` know a kind of backend. Elements import no adapter themselves: the page, or the
 * one-file build, says which ones there are.
 *
 * @example defineBackendType('indexeddb', ({ database }) => createIndexedDbBackend({ database }));
 */
export function defineBackendType(type: string, factory: BackendFactory): void {
  types().factories.set(type, factory);
  for (const listener of types().listeners) listener();
}

/** @internal */
export function backendFactory(type: string): BackendFactory | undefined {
  return types().factories.get(type);
}

/** @internal */
export function onBackendType(listener: () => void): () => void {
  types().listeners.add(listener);
  return () => types().listeners.delete(listener);
}
