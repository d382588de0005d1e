/**
 * The script of the worker that reads the text of PDFs, with Mozilla's pdf.js in it. It fetches nothing: what is in the file
 * is read, and no font or table beside it.
 */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Has the work done here, instead of in one more worker.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PdfReply, PdfRequest } from './pdf-messages.js';

/** A name stands on the first pages. */
const MOST_PAGES = 3;
const MOST_CHARACTERS = 20_000;

async function readText(file: Blob): Promise<readonly string[]> {
  const task = getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    disableFontFace: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('');
      pages.push(text.slice(0, MOST_CHARACTERS));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

if ('WorkerGlobalScope' in globalThis) {
  const send = (reply: PdfReply): void => globalThis.postMessage(reply);
  globalThis.addEventListener('message', ({ data }: MessageEvent<Partial<PdfRequest> | null>) => {
    const { id, file } = data ?? {};
    if (id === undefined || !file) return;
    readText(file).then(
      (pages) => send({ kind: 'pdf-text', id, pages }),
      (error: unknown) => send({ kind: 'pdf-text', id, problem: String(error) }),
    );
  });
}
