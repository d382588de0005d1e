// A thread that does works with feeds and answers how many steps each took. Nothing but the feed's code is loaded in it:
// asking the engine for its counts takes as long as there is code, and it tells those inside functions only where it counted
// before they were loaded.
import { parentPort, workerData } from 'node:worker_threads';
import { countSteps, startCounting } from './count-steps.js';
import type { works as Works, WorkName } from './feed-works.js';

/** What is asked of the thread; it answers with a number. */
export interface CountedWork {
  readonly name: WorkName;
  readonly feed: string;
}

// Where a fault was thrown is nobody's business, and noting it takes longer than throwing it.
Error.stackTraceLimit = 0;
const source = workerData as string;
startCounting();
const { works } = (await import(source)) as { readonly works: typeof Works };
// What was run while it was imported, and what runs once: it is nobody's work.
for (const work of Object.values(works)) await countSteps(source, () => work(''));

parentPort?.on('message', ({ name, feed }: CountedWork) => {
  // What goes wrong ends the thread, and so the test.
  void countSteps(source, () => works[name](feed)).then((steps) => parentPort?.postMessage(steps));
});
parentPort?.postMessage('ready');
