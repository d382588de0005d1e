// How long a roster of 10,000 enrollments takes until it can be painted, beside an empty list of as many rows made with
// @tanstack/virtual-core, which the roster uses too. Times depend on the machine and on what else it does, so the two take
// turns in one page and their ratio is what counts. Run after `npm run build`: node test/bench/roster.mjs
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../support/chromium-args.js';

const COUNT = 10_000;
const ROUNDS = 21;
const root = fileURLToPath(new URL('../..', import.meta.url));

// One module, so that both have the library at once: what is loaded later isn't what is measured.
const { outputFiles } = await build({
  stdin: {
    contents: `import '@enrollkit/elements/enrollment-roster.js'; export * from '@tanstack/virtual-core';`,
    resolveDir: root,
  },
  bundle: true,
  write: false,
  minify: true,
  format: 'esm',
  target: 'es2022',
  conditions: ['production', 'browser'],
});
const server = createServer(({ url }, response) => {
  const isScript = url === '/all.js';
  response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
  response.end(isScript ? outputFiles[0].text : '<!doctype html><html lang="nl"><body></body></html>');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const results = await page.evaluate(measure, { COUNT, ROUNDS });
  const columns = (...cells) => console.log(...cells.map((cell) => String(cell).padStart(16)));
  columns(`${COUNT} rows`, 'first paint (ms)', 'script (ms)', 'rows in page', 'elements');
  for (const [name, { ms, script, rows, elements }] of Object.entries(results)) {
    columns(name, ms.toFixed(1), script.toFixed(1), rows, elements);
  }
  const { roster, list } = results;
  columns('ratio', (roster.ms / list.ms).toFixed(2), (roster.script / list.script).toFixed(2));
} finally {
  await browser.close();
  server.close();
}

/** In the page. */
async function measure({ COUNT, ROUNDS }) {
  const { Virtualizer, observeElementRect, observeElementOffset, elementScroll } = await import('/all.js');
  const enrollments = Array.from({ length: COUNT }, (_, index) => ({
    id: `e${String(index).padStart(6, '0')}`,
    productId: 'p1',
    participant: { name: `Sanne Jansen ${index}`, email: `sanne${index}@example.org` },
    startDate: '2026-08-24',
    endDate: '2026-09-12',
    status: ['enrolled', 'started', 'completed', 'no-show'][index % 4],
    history: [],
    version: 1,
  }));
  const backend = {
    clock: () => '2026-09-01T10:00:00.000Z',
    changeStatuses: () => undefined,
    listEnrollments: async ({ size = 50, needs, afterId }) => {
      const start = afterId ? Number(afterId.slice(1)) + 1 : 0;
      return { items: enrollments.slice(start, start + (needs ? 1 : size)), total: COUNT };
    },
  };
  const make = {
    roster(place) {
      const roster = Object.assign(document.createElement('enrollment-roster'), { backend, editable: true });
      place.append(roster);
      return () => roster.shadowRoot?.querySelector('tr[data-index] .name');
    },
    list(place) {
      const scroller = document.createElement('div');
      scroller.style.cssText = 'block-size: 640px; overflow: auto';
      const inner = document.createElement('div');
      inner.style.position = 'relative';
      scroller.append(inner);
      place.append(scroller);
      const show = (list) => {
        inner.style.blockSize = `${list.getTotalSize()}px`;
        inner.replaceChildren(
          ...list.getVirtualItems().map(({ index, start }) => {
            const row = document.createElement('div');
            row.style.cssText = `position: absolute; inset-inline: 0; transform: translateY(${start}px); block-size: 58px`;
            row.dataset.index = index;
            return row;
          }),
        );
      };
      const list = new Virtualizer({
        count: COUNT,
        getScrollElement: () => scroller,
        estimateSize: () => 58,
        overscan: 6,
        observeElementRect,
        observeElementOffset,
        scrollToFn: elementScroll,
        onChange: show,
      });
      list._willUpdate();
      show(list);
      return () => inner.firstChild;
    },
  };
  const results = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, begin] of Object.entries(make)) {
      const place = document.createElement('section');
      document.body.append(place);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const started = performance.now();
      const isThere = begin(place);
      while (!isThere()) await Promise.resolve();
      const script = performance.now() - started;
      void document.body.offsetHeight;
      // The frame after the first with rows in it: then they have been painted.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      const result = (results[name] ??= { ms: [], script: [] });
      result.ms.push(performance.now() - started);
      result.script.push(script);
      if (round === 0) {
        const tree = place.firstElementChild.shadowRoot ?? place;
        result.rows = tree.querySelectorAll('[data-index]').length;
        result.elements = tree.querySelectorAll('*').length;
      }
      place.remove();
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  }
  // The quickest quarter: slower rounds tell of what else the machine did.
  const quick = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)];
  return Object.fromEntries(
    Object.entries(results).map(([name, { ms, script, ...rest }]) => [
      name,
      { ms: quick(ms), script: quick(script), ...rest },
    ]),
  );
}
