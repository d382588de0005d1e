/**
 * JSON as everybody else writes it. Old libraries (Prototype.js) give arrays and texts a `toJSON` that writes them as a
 * text in a text; what stands in the data itself is written here, and only dates may speak for themselves.
 *
 * @example toJson({ ids: ['a', 'b'] }) // '{"ids":["a","b"]}' on any page
 */
export function toJson(data: unknown): string {
  // `toJSON` has been called by the time a replacer is; what the holder has under the key is what was meant.
  return JSON.stringify({ data }, function (this: Record<string, unknown>, key, said: unknown) {
    const meant = this[key];
    return meant instanceof Date ? said : meant;
  }).slice('{"data":'.length, -1);
}
