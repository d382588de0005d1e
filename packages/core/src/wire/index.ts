// How the HTTP API spells the records of core. Used by the server and by its client, so that they can't disagree.
import type { Certification } from '../certificate/certificate.js';
import type { StoredProduct } from '../product/product.js';
import type { SnakeKeys } from './keys.js';

export type WireCertification = SnakeKeys<Certification>;
export type WireProduct = SnakeKeys<StoredProduct>;

/** One page of a list. */
export interface WirePage<Row> {
  readonly items: readonly Row[];
  /** How many match, on all pages. */
  readonly total: number;
  readonly size: number;
  readonly offset: number;
}

export * from './booking.js';
export * from './certificate.js';
export * from './change.js';
export * from './import.js';
export * from './keys.js';
export * from './problem.js';
