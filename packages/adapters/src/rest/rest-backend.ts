import type { Backend, Clock } from '@enrollkit/core';
import type { Fetch } from './http/fetch-transport.js';
import type { WriteQueue } from './queue/offline-queue.js';
import type { GetToken } from './token/token-registry.js';

export interface RestBackendOptions {
  /** Address of the API, as `https://portal.example/api`. */
  readonly baseUrl: string;
  /**
   * Gives the token for a request, without `Bearer`. Asked before every request, so a page that gets one over the network
   * keeps it as long as it is good; with `refresh` when the server has just refused it.
   */
  readonly getToken?: GetToken;
  /**
   * In place of `getToken`: an address of the page's own that answers `{ "token": "..." }` to whoever is signed in there by its
   * cookies, and `{ "token": null }` to a visitor. Asked again when the token ends or is refused.
   */
  readonly tokenUrl?: string;
  /** False as long as the page hasn't said where tokens come from: requests wait for it, until 2.5 s after it has loaded. */
  readonly isTokenReady?: () => boolean;
  /** Reads what is public, and hears when that changes: without a token, wherever the page's come from. */
  readonly visitor?: boolean;
  /** Whose records, for visitors and others who deal with several providers of one server. */
  readonly providerId?: string;
  /** IANA name of the zone in which the provider's days begin. Default `Europe/Amsterdam`. */
  readonly timeZone?: string;
  /** Default: the system's clock. */
  readonly clock?: Clock;
  /** How long nothing may happen in a request. Default 30 s; an upload that goes on may take longer. */
  readonly timeoutMs?: number;
  /** How often a request is repeated that met a cut connection, 429 or 5xx. Default 3. */
  readonly retries?: number;
  /** The first wait before that is at most this long, each next at most twice the one before. Default 400 ms. */
  readonly retryDelayMs?: number;
  /**
   * Keeps uploads and changes of status in the browser while there is no connection. `false`: they fail then. Default: on,
   * where the browser has storage and the token says whose it is.
   */
  readonly offlineQueue?: false | OfflineQueueOptions;
  /** How certificates are read. `xml` loads a parser when the first one comes. Default `json`. */
  readonly format?: 'json' | 'xml';
  /** In place of the browser's own, for all requests; then an upload doesn't tell how far it is. */
  readonly fetch?: Fetch;
}

export interface OfflineQueueOptions {
  /** Name of the browser's database. Default `enrollkit-queue`. */
  readonly database?: string;
  /**
   * Whose writes these are, so that nobody else who uses this browser sends them. Default: the subject of the token, when
   * it is a JSON Web Token.
   */
  readonly owner?: string;
}

/** A backend whose records are on a server. */
export interface RestBackend extends Backend {
  /** What waits for a connection. Empty for good when there is no queue. */
  readonly queue: WriteQueue;
  /** Where tokens come from has been said, or said anew: whoever waits for one looks again. */
  readonly tokenChanged: () => void;
  /** Stops everything under way. Later calls reject with `aborted`. */
  readonly close: () => void;
}
