/** What a file turns out to be, as far as a person can be helped by knowing it. */
export type FileKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'tiff'
  | 'html'
  | 'svg'
  | 'word'
  | 'spreadsheet'
  | 'presentation'
  | 'zip'
  | 'rtf'
  | 'program'
  | 'unknown';

/** A file starts with one of these or is something else. Patterns are over one character per byte. */
const SIGNATURES: readonly (readonly [FileKind, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['heic', /^[^]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1|avif)/],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['rtf', /^\{\\rtf/],
  ['program', /^(?:MZ|\x7fELF|#!)/],
  ['word', /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/i],
  ['html', /^(?:\xef\xbb\xbf)?\s*<[!?a-z]/i],
];

/** Office documents are zip files: the names inside tell which. */
const ZIP_CONTENTS: readonly (readonly [FileKind, RegExp])[] = [
  ['word', /word\/document\.xml|opendocument\.text/],
  ['spreadsheet', /xl\/workbook\.xml|opendocument\.spreadsheet/],
  ['presentation', /ppt\/presentation\.xml|opendocument\.presentation/],
];

/** How far into the file a PDF may begin: readers look that far, because mail systems put lines before it. */
const PDF_HEADER_WITHIN = 1024;

/**
 * Tells what a file is from its first and last bytes (as {@link binaryText}). A file that looks like something else and
 * only carries a PDF further on is what it looks like: browsers would run it as a web page.
 */
export function recognizeFileKind(head: string, tail: string): FileKind {
  const plain = withoutWidth(head);
  const found = SIGNATURES.find(([, signature]) => signature.test(head) || signature.test(plain))?.[0];
  if (found) return found;
  if (head.startsWith('PK\x03\x04')) {
    return ZIP_CONTENTS.find(([, names]) => names.test(head) || names.test(tail))?.[0] ?? 'zip';
  }
  const preface = head.slice(0, PDF_HEADER_WITHIN).split('%PDF-', 2);
  if (preface.length < 2) return 'unknown';
  return /<[!?a-z]/i.test(withoutWidth(preface[0] ?? '')) ? 'html' : 'pdf';
}

/** Text in UTF-16 as text: its letters have a zero before or behind them. */
function withoutWidth(text: string): string {
  return text.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}
