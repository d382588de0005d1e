import { parentPort, workerData } from 'node:worker_threads';
import type { ImportTarget } from '@enrollkit/feed';
import { carryOutImport, type ImportTask } from '../carry-out-import.js';
import { fromFault, NEXT, OPEN, toFault, type FromThread, type ToThread } from './messages.js';

// The program of a thread that carries out one import. It has no database: what it needs it asks for.

const stopping = new AbortController();
const waiting = new Map<
  number,
  { readonly resolve: (value: unknown) => void; readonly reject: (error: Error) => void }
>();
let count = 0;

const say = (message: FromThread): void => parentPort?.postMessage(message);

function call(method: string, args: readonly unknown[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    count += 1;
    waiting.set(count, { resolve, reject });
    say({ kind: 'call', call: count, method, args: args.map(plain) });
  });
}

/** Signals can't be sent; who asks is told of an end by its own. */
function plain(arg: unknown): unknown {
  if (typeof arg !== 'object' || arg === null || !('signal' in arg)) return arg;
  const { signal: _, ...rest } = arg;
  return rest;
}

/** Whatever is asked of the backend is asked of the server. */
const target = new Proxy({} as ImportTarget, {
  get:
    (_, method) =>
    (...args: unknown[]) =>
      call(String(method), args),
});

async function* openSource(): AsyncGenerator<Uint8Array> {
  const feed = await call(OPEN, []);
  for (;;) {
    const bytes = (await call(NEXT, [feed])) as Uint8Array | undefined;
    if (bytes === undefined) return;
    yield bytes;
  }
}

parentPort?.on('message', (message: ToThread) => {
  if (message.kind === 'abort') {
    stopping.abort();
    return;
  }
  const asked = waiting.get(message.call);
  waiting.delete(message.call);
  if (message.kind === 'answer') asked?.resolve(message.value);
  else asked?.reject(fromFault(message.fault));
});

try {
  const onStep = () => say({ kind: 'step' });
  const result = await carryOutImport(target, openSource, workerData as ImportTask, {
    signal: stopping.signal,
    onStep,
  });
  say({ kind: 'done', result });
} catch (error) {
  say({ kind: 'failed', fault: toFault(error) });
}
parentPort?.unref();
