/** What a page asks of the worker that reads PDFs. */
export interface PdfRequest {
  readonly id: number;
  readonly file: Blob;
  /** A picture of the first page, in place of the text. */
  readonly draw?: boolean;
}

/** What it answers: the text of each page, or why there is none. */
export interface PdfReply {
  readonly kind: 'pdf-text';
  readonly id: number;
  readonly pages?: readonly string[];
  readonly picture?: ImageBitmap;
  readonly problem?: string;
}
