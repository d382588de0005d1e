import type { XmlLimits } from '../xml/xml-limits.js';

/** Bounds on what a feed may make the reader do. Lengths count characters (UTF-16 units) of decoded text. */
export interface ReadLimits extends XmlLimits {
  /** Elements inside elements. The schema needs 7. */
  readonly depth: number;
  readonly elementsPerProduct: number;
  readonly productLength: number;
  /** Findings kept per product; the last one then says how many were left out. */
  readonly issuesPerProduct: number;
  readonly products: number;
  /** Unpacked, when the source is packed. */
  readonly bytes: number;
  /** How many times its own size a packed source may unpack to. Feeds unpack to some ten times. */
  readonly unpackedTimes: number;
}

export const DEFAULT_READ_LIMITS: ReadLimits = {
  depth: 32,
  textLength: 1_048_576,
  attributesPerElement: 32,
  elementsPerProduct: 50_000,
  productLength: 8_388_608,
  issuesPerProduct: 1_000,
  products: Infinity,
  bytes: Infinity,
  unpackedTimes: 250,
};
