import { pageSlot } from '../../base/page-slot.js';

/** Reads what is written in a PDF. Nothing of the file leaves the browser. */
export interface PdfReader {
  /** Page by page, with line breaks; the first pages are enough. Rejects when it can't be read. */
  readText(file: Blob): Promise<readonly string[]>;
  /** The first page as a picture. Absent: this reader only reads. Rejects when it can't be drawn. */
  drawPage?(file: Blob): Promise<ImageBitmap>;
}

const slot = (): { reader: PdfReader | undefined } => pageSlot('default-pdf-reader', () => ({ reader: undefined }));

/**
 * Gives a reader to every `<certificate-bundle>` and `<certificate-list>` on the page that has none of its own. Without one
 * files are matched by their names alone, and no PDF is shown.
 *
 * @example
 * setDefaultPdfReader(connectPdfReader({ createWorker: () => new Worker('/pdf-worker.js', { type: 'module' }) }));
 */
export function setDefaultPdfReader(reader: PdfReader | undefined): void {
  slot().reader = reader;
}

/** @internal */
export function defaultPdfReader(): PdfReader | undefined {
  return slot().reader;
}
