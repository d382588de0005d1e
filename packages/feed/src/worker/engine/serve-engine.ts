import type { FeedProgress, WorkOptions } from '@enrollkit/core/feed-checker.js';
import type { EngineReply, EngineRequest, MessageEnd } from './engine-messages.js';
import type { FeedEngine } from './feed-engine.js';

/** Often enough for a bar that moves, and no more: every message is work for the page. */
const PROGRESS_EVERY_MS = 100;

/** Does in a worker what the page asks. */
export function serveEngine(page: MessageEnd, engine: FeedEngine): void {
  const running = new Map<number, AbortController>();
  const send = (reply: EngineReply): void => page.postMessage(reply);

  page.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
    if (data.kind === 'abort') {
      running.get(data.id)?.abort();
      return;
    }
    const { id, method, args } = data;
    const controller = new AbortController();
    running.set(id, controller);
    const options: WorkOptions = {
      signal: controller.signal,
      onProgress: throttled((progress) => send({ kind: 'progress', id, progress })),
    };
    const call = engine[method].bind(engine) as (...args: readonly unknown[]) => Promise<unknown>;
    call(...args, options)
      .then((value) => send({ kind: 'result', id, value }))
      .catch((error: unknown) => send({ kind: 'failed', id, ...described(error) }))
      .finally(() => running.delete(id));
  });
  send({ kind: 'ready' });
}

function throttled(tell: (progress: FeedProgress) => void): (progress: FeedProgress) => void {
  let next = 0;
  return (progress) => {
    const now = performance.now();
    if (now < next) return;
    next = now + PROGRESS_EVERY_MS;
    tell(progress);
  };
}

function described(error: unknown): { code: string; message: string; issues: readonly unknown[] } {
  const { code, message, issues } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    code: typeof code === 'string' ? code : 'internal',
    message: String(message ?? error),
    issues: Array.isArray(issues) ? (issues as readonly unknown[]) : [],
  };
}
