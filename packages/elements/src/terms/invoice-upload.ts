/** What `<invoice-upload>` says besides what is said about files. */
export interface InvoiceUploadTerms {
  readonly heading: string;
  readonly drop: string;
  /** What follows from an invoice. */
  readonly what: string;
  readonly uploadedOn: (day: string) => string;
  readonly none: string;
  readonly completed: string;
  readonly another: string;
  readonly elsewhere: string;
  readonly recorded: string;
  readonly download: string;
  readonly obstacles: {
    readonly cancelled: string;
    readonly 'not-accepted': string;
  };
}
