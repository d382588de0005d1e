import { warnOnce } from '../../base/warn-once.js';
import type { PdfReader } from './pdf-reader.js';
import type { PdfReply, PdfRequest } from './pdf-messages.js';

export interface PdfReaderOptions {
  /** Makes the worker of `pdf-worker.js`. Called for the first file that has to be read, and again after a failure. */
  readonly createWorker: () => Worker;
  /** How long one file may take before it is given up. Default 20 seconds. */
  readonly patienceMs?: number;
}

/** Files that may fail one after the other before no more are tried: then it isn't the files. */
const MOST_FAILURES = 3;

/** A reader that works in a worker, one file after the other. */
export function connectPdfReader({ createWorker, patienceMs = 20_000 }: PdfReaderOptions): PdfReader {
  let worker: Worker | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let failures = 0;
  let calls = 0;

  const readNow = async <Result>(
    request: Omit<PdfRequest, 'id'>,
    resultOf: (reply: Partial<PdfReply>) => Result | undefined,
  ): Promise<Result> => {
    if (failures >= MOST_FAILURES) throw new Error('No worker that reads PDFs.');
    try {
      worker ??= createWorker();
      const reply = await ask(worker, { id: (calls += 1), ...request }, patienceMs);
      failures = 0;
      const result = resultOf(reply);
      if (result === undefined) throw new UnreadablePdf(reply.problem);
      return result;
    } catch (error) {
      // A file that can't be read is answered; this one has ended, hung, or never began.
      if (!(error instanceof UnreadablePdf)) {
        worker?.terminate();
        worker = undefined;
        failures += 1;
        warnOnce('pdf-worker-failed', [], error);
      }
      throw error;
    }
  };

  const inTurn = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };

  return {
    readText: async (file) => inTurn(() => readNow({ file }, ({ pages }) => pages)),
    drawPage: async (file) => inTurn(() => readNow({ file, draw: true }, ({ picture }) => picture)),
  };
}

class UnreadablePdf extends Error {}

function ask(worker: Worker, request: PdfRequest, patienceMs: number): Promise<Partial<PdfReply>> {
  return new Promise((resolve, reject) => {
    const listening = new AbortController();
    const { signal } = listening;
    const settle = (finish: () => void): void => {
      listening.abort();
      clearTimeout(timer);
      finish();
    };
    const timer = setTimeout(() => settle(() => reject(new Error('Reading a PDF took too long.'))), patienceMs);
    worker.addEventListener(
      'message',
      ({ data }: MessageEvent<Partial<PdfReply> | null>) => {
        // The library inside has messages of its own.
        if (data?.kind !== 'pdf-text' || data.id !== request.id) return;
        settle(() => resolve(data));
      },
      { signal },
    );
    worker.addEventListener(
      'error',
      (event) => {
        event.preventDefault();
        settle(() => reject(new Error(event.message || 'It could not be loaded.')));
      },
      { signal },
    );
    worker.postMessage(request);
  });
}
