/** What a file turns out to be, as far as a person can be helped by knowing it. */
export type FileKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'tiff'
  | 'bmp'
  | 'video'
  | 'html'
  | 'svg'
  | 'word'
  | 'spreadsheet'
  | 'presentation'
  | 'office'
  | 'pages'
  | 'mail'
  | 'zip'
  | 'rtf'
  | 'program'
  | 'unknown';

/** How browsers know markup. What else is in angle brackets, as an address in a mail's header, is none. */
const MARKUP = String.raw`<(?:[!?]|[a-z][a-z\d-]*[\s/>])`;

/** A file starts with one of these or is something else. Patterns are over one character per byte. */
const SIGNATURES: readonly (readonly [FileKind, RegExp])[] = [
  ['pdf', /^%PDF-/],
  ['png', /^\x89PNG\r\n\x1a\n/],
  ['jpeg', /^\xff\xd8\xff/],
  ['gif', /^GIF8[79]a/],
  ['webp', /^RIFF[^]{4}WEBP/],
  ['avif', /^[^]{4}ftypavi[fs]/],
  ['heic', /^[^]{4}ftyp(?:hei[cmsx]|hev[cmsx]|mif1|msf1)/],
  ['video', /^[^]{4}ftyp(?:qt {2}|iso|mp4|M4V|3g|avc)/],
  ['bmp', /^BM[^]{4}\0{4}/],
  ['tiff', /^(?:II\*\0|MM\0\*)/],
  ['rtf', /^\{\\rtf/],
  ['program', /^(?:MZ|\x7fELF|#!)/],
  ['svg', /^(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?<svg[\s>]/i],
  ['html', new RegExp(String.raw`^(?:\xef\xbb\xbf)?\s*${MARKUP}`, 'i')],
];

/** What holds other files, and what is told by the names of those: office documents, new and old. */
const CONTAINERS: readonly (readonly [FileKind, RegExp, readonly (readonly [FileKind, RegExp])[]])[] = [
  [
    'zip',
    /^PK\x03\x04/,
    [
      ['word', /word\/document\.xml|opendocument\.text/],
      ['spreadsheet', /xl\/workbook\.xml|opendocument\.spreadsheet/],
      ['presentation', /ppt\/presentation\.xml|opendocument\.presentation/],
      ['pages', /Index\/Document\.iwa/],
    ],
  ],
  [
    'office',
    /^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/,
    [
      ['word', /W\0o\0r\0d\0D\0o\0c/],
      ['spreadsheet', /W\0o\0r\0k\0b\0o\0o\0k/],
      ['presentation', /P\0o\0w\0e\0r\0P\0o\0i\0n\0t/],
      ['mail', /_\0_\0s\0u\0b\0s\0t\0g/],
    ],
  ],
];

/** A message as mail programs save it: the certificate is in it, packed. */
const MAIL = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*(?:MIME-Version|Message-ID|Received):/i;

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
  const container = CONTAINERS.find(([, signature]) => signature.test(head));
  if (container) return container[2].find(([, names]) => names.test(head) || names.test(tail))?.[0] ?? container[0];
  const preface = head.slice(0, PDF_HEADER_WITHIN).split('%PDF-', 2);
  if (preface.length < 2) return MAIL.test(head) ? 'mail' : 'unknown';
  return new RegExp(MARKUP, 'i').test(withoutWidth(preface[0] ?? '')) ? 'html' : 'pdf';
}

/** Text in UTF-16 as text: its letters have a zero before or behind them. */
function withoutWidth(text: string): string {
  return text.replace(/^(?:\xff\xfe|\xfe\xff)/, '').replaceAll('\0', '');
}
