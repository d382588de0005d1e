// How long the page's own thread is held up while <feed-check> reads, checks and prices a big feed in its worker, in a real
// browser: nothing may take longer than 50 ms, or a person notices. Measured by the clock (what the browser calls a long task,
// and the longest time that the page could not answer), which on a busy machine counts its other work too; and in processor
// time of that thread, which doesn't. Run `npm run build` first: the page loads what is published.
//
//   node test/bench/feed-worker.mjs [megabytes, default 100]
//
// CHROMIUM is the browser to start, default /usr/bin/chromium. Without one the measurement is skipped, with a word about it.
import { once } from 'node:events';
import { createReadStream, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { writeFeed } from './feed-corpus.mjs';

const LONGEST_MS = 50;
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const published = fileURLToPath(new URL('../../packages/embed/dist/', import.meta.url));
const page = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Feed</title>
  <script type="module" src="/enrollkit-feed.js"></script><feed-check></feed-check></html>`;

if (existsSync(executablePath)) await measure(Number(process.argv[2] ?? 100));
else console.log(`Skipped: no browser at ${executablePath}`);

async function measure(megabytes) {
  const folder = mkdtempSync(join(tmpdir(), 'enrollkit-bench-'));
  const feed = join(folder, 'feed.xml');
  await writeFeed(feed, megabytes * 1e6);
  const server = createServer((request, response) => answer(request.url, response, feed));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const browser = await chromium.launch({ executablePath });
  try {
    const tab = await browser.newPage();
    await tab.goto(`http://127.0.0.1:${server.address().port}/`);
    await browser.startTracing(tab, { categories: ['toplevel', 'disabled-by-default-devtools.timeline'] });
    const result = await tab.evaluate(checkAndWatch);
    const longestTask = longestTaskIn(JSON.parse(await browser.stopTracing()));
    const { summary, seconds, longTasks, longestGap } = result;
    const size = statSync(feed).size / 1e6;
    console.log(
      `${size.toFixed(0)} MB, ${summary.products} products, ${summary.isOnPage ? 'on the page' : 'in a worker'}`,
    );
    console.log(`${seconds.toFixed(1)} s, ${(size / seconds).toFixed(0)} MB/s by the clock`);
    console.log(`Long tasks on the page: ${longTasks.length ? longTasks.map((ms) => `${ms} ms`).join(', ') : 'none'}`);
    console.log(`Longest that the page could not answer: ${longestGap.toFixed(0)} ms (promised: ${LONGEST_MS})`);
    console.log(`Longest task of the page in processor time: ${longestTask.toFixed(0)} ms`);
    if (summary.isOnPage || longestTask > LONGEST_MS) process.exitCode = 1;
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
}

function answer(url, response, feed) {
  if (url === '/') response.setHeader('content-type', 'text/html').end(page);
  else if (url === '/feed.xml') createReadStream(feed).pipe(response);
  else {
    const path = join(published, basename(url));
    if (!existsSync(path)) response.writeHead(404).end();
    else createReadStream(path).pipe(response.setHeader('content-type', 'text/javascript'));
  }
}

/** In milliseconds of processor time, on the main threads of pages. */
function longestTaskIn({ traceEvents }) {
  const isMain = ({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain';
  const threads = new Set(traceEvents.filter(isMain).map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = traceEvents.filter(({ ph, tdur, pid, tid }) => ph === 'X' && tdur && threads.has(`${pid} ${tid}`));
  return tasks.reduce((longest, { tdur }) => Math.max(longest, tdur / 1000), 0);
}

/** Runs on the page. */
async function checkAndWatch() {
  await customElements.whenDefined('feed-check');
  const feed = await (await fetch('/feed.xml')).blob();
  const element = document.querySelector('feed-check');
  await element.updateComplete;
  const longTasks = [];
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(Math.round(duration));
  });
  observer.observe({ type: 'longtask' });
  let longestGap = 0;
  let last = performance.now();
  // Messages between two ports, since timers inside timers are held back.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longestGap = Math.max(longestGap, now - last);
    last = now;
    setTimeout(() => port2.postMessage(0));
  };
  port2.postMessage(0);
  const start = performance.now();
  const summary = await element.check(feed);
  const seconds = (performance.now() - start) / 1000;
  // What is shown of the result is part of it.
  await new Promise((resolve) => setTimeout(resolve, 1000));
  port1.close();
  observer.disconnect();
  return { summary, seconds, longTasks, longestGap };
}
