import type { Product } from '@enrollkit/core';
import { convertProduct, type Conversion, type ConvertOptions, type Format, type JsonRecord } from './conversion.js';

/** Makes another format of a feed's products, handed in one by one. */
export interface Converter {
  /** What becomes of a product. Its `record` is complete, when it has one of its own. */
  add(product: Product): Conversion;
  /** What is made of all of them together. */
  finish(): readonly JsonRecord[];
}

/** A format in which each product has a record of its own. */
export function eachProduct(format: Format, options: ConvertOptions): Converter {
  return { add: (product) => convertProduct(product, format, options), finish: () => [] };
}
