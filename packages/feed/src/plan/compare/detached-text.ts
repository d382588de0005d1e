const encoder = new TextEncoder();
const decoder = new TextDecoder();

/**
 * The same text in memory of its own. A piece cut out of a feed keeps alive the whole text that it was cut from: keeping
 * many of them would keep the feed.
 */
export function detachedText(text: string): string {
  return decoder.decode(encoder.encode(text));
}
