import { describe, expect, it, vi } from 'vitest';
import type { FeedCheckOptions } from '../../../packages/core/src/feed-check/feed-checker.js';
import { connectFeedChecker, type EngineSource } from '../../../packages/feed/src/worker/connect-feed-checker.js';
import type { MessageEnd } from '../../../packages/feed/src/worker/engine/engine-messages.js';
import { LocalEngine } from '../../../packages/feed/src/worker/engine/local-engine.js';
import { createPause } from '../../../packages/feed/src/worker/engine/pause.js';
import { serveEngine } from '../../../packages/feed/src/worker/engine/serve-engine.js';
import { feedOf, productXml } from '../read/product-xml.js';
import { ThreadWorker } from './support/thread-worker.js';

const REQUEST: FeedCheckOptions = { strict: false, today: '2026-11-22', maxBytes: 1e8 };
const FEED = feedOf(productXml({ Price: '1,00' }));
const FIRST = { by: 'kind', locale: 'nl', offset: 0, limit: 5 } as const;

const engine = (): LocalEngine => new LocalEngine({ pause: createPause(8), isOnPage: false });
const serve = (page: MessageEnd): void => serveEngine(page, engine());

/** A checker, and the workers that it made. */
function checkerWith(script: (page: MessageEnd) => void, source: Partial<EngineSource> = {}) {
  const workers: ThreadWorker[] = [];
  const checker = connectFeedChecker({
    createWorker: () => {
      const worker = new ThreadWorker(script);
      workers.push(worker);
      return worker as unknown as Worker;
    },
    loadEngine: async () => ({ createPageEngine: () => new LocalEngine({ pause: createPause(8), isOnPage: true }) }),
    ...source,
  });
  return { checker, workers };
}

describe('a checker with a worker', () => {
  it('checks in it, answers from it, and ends it when the check is closed', async () => {
    const { checker, workers } = checkerWith(serve);
    const result = await checker.check(FEED, REQUEST);
    expect(result.summary).toMatchObject({ products: 1, isOnPage: false });
    expect((await result.listGroups(FIRST)).total).toBeGreaterThan(0);
    result.close();
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
  });

  it('answers nothing more once it is closed, and says so', async () => {
    const result = await checkerWith(serve).checker.check(FEED, REQUEST);
    const asked = result.listGroups(FIRST);
    result.close();
    await expect(asked).rejects.toMatchObject({ code: 'aborted' });
    await expect(result.listGroups(FIRST)).rejects.toMatchObject({ code: 'aborted' });
  });

  it('fails what was asked of a worker that dies, and what is asked after that', async () => {
    const { checker, workers } = checkerWith(serve);
    const result = await checker.check(FEED, REQUEST);
    const asked = result.writeRepaired({ locale: 'nl' });
    workers[0]!.dispatchEvent(new Event('error', { cancelable: true }));
    await expect(asked).rejects.toMatchObject({ code: 'internal' });
    await expect(result.writeRepaired({ locale: 'nl' })).rejects.toMatchObject({ code: 'internal' });
    expect(workers[0]!.isTerminated).toBe(true);
    const another = await checker.check(FEED, REQUEST);
    expect(another.summary.isOnPage).toBe(false);
    another.close();
  });

  it('fails what was asked when the answer can not be read', async () => {
    const { checker, workers } = checkerWith((page) => {
      page.addEventListener('message', () => workers[0]!.dispatchEvent(new Event('messageerror')));
      page.postMessage({ kind: 'ready' });
    });
    const checking = checker.check(FEED, REQUEST);
    await expect(checking).rejects.toMatchObject({ code: 'internal' });
  });

  it('stops while a worker is still on its way, and tries a worker again the next time', async () => {
    const scripts = [() => undefined, serve];
    const { checker, workers } = checkerWith((page) => scripts.shift()?.(page));
    const stop = new AbortController();
    const checking = checker.check(FEED, { ...REQUEST, signal: stop.signal });
    stop.abort();
    await expect(checking).rejects.toMatchObject({ code: 'aborted' });
    expect(workers[0]!.isTerminated).toBe(true);
    const result = await checker.check(FEED, REQUEST);
    expect(result.summary.isOnPage).toBe(false);
    result.close();
  });

  it('waits no longer than it was told for a script that says nothing, and then checks on the page', async () => {
    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const { checker, workers } = checkerWith(() => undefined, { patienceMs: 1 });
    const result = await checker.check(FEED, REQUEST);
    expect(result.summary.isOnPage).toBe(true);
    expect(workers.map(({ isTerminated }) => isTerminated)).toEqual([true]);
    expect(warnings.mock.calls.join()).toContain('The worker was made, and said nothing');
    warnings.mockRestore();
  });

  it('asks once more for a script that did not come, and then checks on the page', async () => {
    const lost = () => queueMicrotask(() => workers.at(-1)!.dispatchEvent(new Event('error', { cancelable: true })));
    const scripts: ((page: MessageEnd) => void)[] = [lost, serve];
    const { checker, workers } = checkerWith((page) => scripts.shift()?.(page));
    const result = await checker.check(FEED, REQUEST);
    expect([result.summary.isOnPage, workers.length]).toEqual([false, 2]);
    result.close();

    const warnings = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    scripts.push(lost, lost, serve);
    const other = await checker.check(FEED, REQUEST);
    expect([other.summary.isOnPage, workers.length]).toEqual([true, 4]);
    expect(warnings).toHaveBeenCalledTimes(1);
    warnings.mockRestore();
  });

  it('makes no worker for a check that is stopped already', async () => {
    const { checker, workers } = checkerWith(serve);
    await expect(checker.check(FEED, { ...REQUEST, signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'aborted',
    });
    expect(workers).toEqual([]);
  });

  it('leaves what others say, and answers to questions that nobody asked', async () => {
    const { checker } = checkerWith((page) => {
      for (const message of [null, 'hmr', 7, {}, { kind: 'update', id: 1 }, { kind: 'result', id: 9 }])
        page.postMessage(message);
      serve(page);
    });
    const result = await checker.check(FEED, REQUEST);
    expect(result.summary.products).toBe(1);
    result.close();
  });

  it('hears of progress until the answer, and never after it', async () => {
    const { checker } = checkerWith((page) => {
      page.postMessage({ kind: 'ready' });
      page.addEventListener('message', ({ data }) => {
        const { id } = data as { readonly id: number };
        const progress = { kind: 'progress', id, progress: { readBytes: id, totalBytes: 2, products: 0 } };
        for (const each of [progress, { kind: 'result', id, value: { total: id } }, progress]) page.postMessage(each);
      });
    });
    const heard: number[] = [];
    const result = await checker.check(FEED, { ...REQUEST, onProgress: ({ readBytes }) => heard.push(readBytes) });
    // Behind the answer to this one is everything that was said before.
    expect(await result.listGroups(FIRST)).toEqual({ total: 2 });
    expect(heard).toEqual([1]);
    result.close();
  });
});
