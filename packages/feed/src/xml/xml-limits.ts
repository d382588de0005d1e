/** Bounds on what a text may make the reader do, in UTF-16 units. */
export interface XmlLimits {
  /** Longest text of one element, and longest single piece of markup (comment, tag, CDATA section). */
  readonly textLength: number;
  readonly attributesPerElement: number;
}
