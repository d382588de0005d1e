/**
 * The script of the worker that reads the text of PDFs and draws their first page, with Mozilla's pdf.js in it. It fetches nothing: what is in the file
 * is read, and no font or table beside it.
 */
import { getDocument, type PDFDocumentLoadingTask, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Has the work done here, instead of in one more worker.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import type { PdfReply, PdfRequest } from './pdf-messages.js';

/** A name stands on the first pages. */
const MOST_PAGES = 3;
const MOST_CHARACTERS = 20_000;

/** Wide enough to read, and no more than a screen has. */
const PICTURE_WIDTH = 1000;
const MOST_PICTURE_HEIGHT = 3000;

async function open(file: Blob): Promise<PDFDocumentLoadingTask> {
  return getDocument({
    data: new Uint8Array(await file.arrayBuffer()),
    CanvasFactory: WorkerCanvasFactory,
    FilterFactory: NoFilterFactory,
    disableFontFace: true,
    isEvalSupported: false,
    useWorkerFetch: false,
    useWasm: false,
    enableXfa: false,
    isOffscreenCanvasSupported: false,
    verbosity: 0,
  });
}

async function readText(file: Blob): Promise<readonly string[]> {
  const task = await open(file);
  try {
    const document = await task.promise;
    const pages: string[] = [];
    for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES); number += 1) {
      pages.push(await textOf(await document.getPage(number)));
    }
    return pages;
  } finally {
    await task.destroy();
  }
}

/** The first page, on white as on paper. Scripts in the file are never run: that takes a part of the library that isn't here. */
async function drawPage(file: Blob): Promise<ImageBitmap> {
  const task = await open(file);
  try {
    const page = await (await task.promise).getPage(1);
    const { width, height } = page.getViewport({ scale: 1 });
    const scale = Math.min(PICTURE_WIDTH / width, MOST_PICTURE_HEIGHT / height);
    const viewport = page.getViewport({ scale });
    const canvas = new OffscreenCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    const canvasContext = canvas.getContext('2d') as unknown as CanvasRenderingContext2D;
    // To print: drawing for a screen waits for frames, which a worker may not have.
    await page.render({ canvas: null, canvasContext, viewport, intent: 'print', background: '#fff' }).promise;
    return canvas.transferToImageBitmap();
  } finally {
    await task.destroy();
  }
}

/** Canvases that need no page. */
class WorkerCanvasFactory {
  create(width: number, height: number): { canvas: OffscreenCanvas | null; context: unknown } {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }

  reset({ canvas }: { canvas: OffscreenCanvas }, width: number, height: number): void {
    canvas.width = width;
    canvas.height = height;
  }

  destroy(made: { canvas: OffscreenCanvas | null; context: unknown }): void {
    made.canvas = null;
    made.context = null;
  }
}

/** Filters are made of elements, of which a worker has none. */
class NoFilterFactory {
  addFilter(): string {
    return 'none';
  }

  addHCMFilter(): string {
    return 'none';
  }

  addAlphaFilter(): string {
    return 'none';
  }

  addLuminosityFilter(): string {
    return 'none';
  }

  addHighlightHCMFilter(): string {
    return 'none';
  }

  destroy(): void {
    // There is nothing.
  }
}

type TextContent = Awaited<ReturnType<PDFPageProxy['getTextContent']>>;

/** Read as a stream by hand: WebKit can't go over one with `for await`, as `getTextContent()` does. */
async function textOf(page: PDFPageProxy): Promise<string> {
  const reader = (page.streamTextContent() as ReadableStream<TextContent>).getReader();
  let text = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done || text.length > MOST_CHARACTERS) break;
    for (const item of value.items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  return text.slice(0, MOST_CHARACTERS);
}

if ('WorkerGlobalScope' in globalThis) {
  const scope = globalThis as unknown as {
    postMessage(reply: PdfReply, transfer: readonly Transferable[]): void;
  };
  const send = (reply: PdfReply): void => scope.postMessage(reply, reply.picture ? [reply.picture] : []);
  globalThis.addEventListener('message', ({ data }: MessageEvent<Partial<PdfRequest> | null>) => {
    const { id, file, draw } = data ?? {};
    if (id === undefined || !file) return;
    const answer = draw ? drawPage(file).then((picture) => ({ picture })) : readText(file).then((pages) => ({ pages }));
    answer.then(
      (result) => send({ kind: 'pdf-text', id, ...result }),
      (error: unknown) => send({ kind: 'pdf-text', id, problem: String(error) }),
    );
  });
}
