/**
 * Without the characters that turn the direction of what follows, or break its line. A file may have any name; where
 * there is no `<bdi>` to hold it in, one such character would reshape the whole sentence.
 */
export function plainText(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu, '');
}
