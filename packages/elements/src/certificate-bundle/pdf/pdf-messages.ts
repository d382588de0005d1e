/** What a page asks of the worker that reads PDFs. */
export interface PdfRequest {
  readonly id: number;
  readonly file: Blob;
}

/** What it answers: the text of each page, or why there is none. */
export interface PdfReply {
  readonly kind: 'pdf-text';
  readonly id: number;
  readonly pages?: readonly string[];
  readonly problem?: string;
}
