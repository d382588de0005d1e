/** Control characters, what file systems forbid, marks that make a name read in another direction, halves of characters. */
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\\/:*?"<>|\u2028\u2029\p{Bidi_Control}\p{Surrogate}]/gu;

/** What file systems take, with room for the ` (1)` of a browser. */
const MAX_NAME_BYTES = 200;

/**
 * Tells a browser to save what comes, and under which name: RFC 6266, with the name in UTF-8 (RFC 8187) and a plain one for
 * clients that don't read that. Whatever the name is, nothing of it gets out of its place in the header.
 *
 * @example
 * contentDisposition('Diploma Zoë.pdf');
 * // attachment; filename="Diploma Zo_.pdf"; filename*=UTF-8''Diploma%20Zo%C3%AB.pdf
 */
export function contentDisposition(fileName: string): string {
  const name = safeName(fileName);
  // Some clients decode percent signs in the plain name, though they shouldn't.
  const plain = name.replace(/[^\x20-\x7e]/gu, '_').replaceAll('%', '_');
  return `attachment; filename="${plain}"; filename*=UTF-8''${encode(name)}`;
}

function safeName(fileName: string): string {
  const name = fileName.replace(UNSAFE, '_').replace(/^[.\s]+|[.\s]+$/g, '') || 'file';
  return shorten(name);
}

/** Shortens before the ending, which says what the file is. */
function shorten(name: string): string {
  const [, stem = name, ending = ''] = /^(.+)(\.\w{1,10})$/su.exec(name) ?? [];
  const left = MAX_NAME_BYTES - ending.length;
  let bytes = 0;
  let kept = '';
  for (const character of stem) {
    bytes += Buffer.byteLength(character);
    if (bytes > left) break;
    kept += character;
  }
  return kept + ending;
}

function encode(name: string): string {
  return encodeURIComponent(name).replace(/[*'()]/g, (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`);
}
