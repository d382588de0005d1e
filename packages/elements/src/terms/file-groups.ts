import type { FileKind } from '@enrollkit/core';

/** What a picture program opens: it can save it in another way. */
export const PHOTOS: ReadonlySet<FileKind> = new Set([
  'png',
  'jpeg',
  'gif',
  'webp',
  'heic',
  'avif',
  'tiff',
  'bmp',
  'svg',
] as const);

/** What an office program opens: it can save it as PDF. */
export const DOCUMENTS: ReadonlySet<FileKind> = new Set([
  'word',
  'spreadsheet',
  'presentation',
  'office',
  'pages',
  'rtf',
] as const);
