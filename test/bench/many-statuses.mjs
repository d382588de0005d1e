// What a list of 1,000 statuses costs a page, beside 1,000 Shoelace badges with a button: the same label and pencil. Times
// depend on the machine and on what else it does, so the two take turns in one page and their ratio is what counts. What the
// page's own thread worked for each (made, laid out and taken away again, garbage included) hardly depends on others at all.
// Then how many requests a page with 200 of them makes of a server, by its id alone: sockets are real, records made up.
// `npm run bench` installs Shoelace. Run: npm run build && npm ci --prefix test/bench && node test/bench/many-statuses.mjs
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGS, CHROMIUM_PATH } from '../support/chromium-args.js';
import { toWireBooking } from '@enrollkit/core/wire';
import { bundle } from './bundle.mjs';

if (!existsSync(new URL('node_modules', import.meta.url))) {
  throw new Error('What this is measured beside is not installed. Run: npm ci --prefix test/bench');
}
const COUNT = 1000;
const ROUNDS = 15;
const TURNS = 4;
const ASKED = 200;
const root = fileURLToPath(new URL('../..', import.meta.url));
const here = fileURLToPath(new URL('.', import.meta.url));

const files = {
  '/ours.js': await oneFile(['@enrollkit/elements/enrollment-status.js'], root),
  '/theirs.js': await oneFile(
    [
      '@shoelace-style/shoelace/dist/components/badge/badge.js',
      '@shoelace-style/shoelace/dist/components/button/button.js',
    ],
    here,
  ),
  '/rest.js': await oneFile(['@enrollkit/elements/enrollment-status.js', '@enrollkit/adapters/rest'], root),
};
const asked = [];
const server = createServer(({ method, url }, response) => {
  const { pathname, searchParams } = new URL(url, 'http://localhost');
  if (pathname.startsWith('/api/')) {
    asked.push(`${method} ${pathname}`);
    answer(pathname, (searchParams.get('ids') ?? '').split(','), response);
    return;
  }
  const script = files[url];
  response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
  response.end(script ?? '<!doctype html><html lang="nl"><body></body></html>');
});
await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));

const browser = await chromium.launch({ executablePath: CHROMIUM_PATH, args: CHROMIUM_ARGS });
try {
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${server.address().port}/`);
  const scripts = Object.keys(files);
  const { ours, theirs } = await page.evaluate(measure, { COUNT, ROUNDS, scripts, names: ['ours', 'theirs'] });
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  for (const [name, result] of Object.entries({ ours, theirs })) {
    const worked = [];
    for (let turn = 0; turn < TURNS; turn += 1) {
      const before = await workedMs(cdp);
      await page.evaluate(measure, { COUNT, ROUNDS: 4, scripts, names: [name] });
      worked.push(((await workedMs(cdp)) - before) / 4);
    }
    result.worked = Math.min(...worked);
  }
  const columns = (...cells) => console.log(...cells.map((cell) => String(cell).padStart(14)));
  columns(`${COUNT} on a page`, 'made (ms)', 'laid out', 'together', 'worked', 'elements', 'nodes');
  const row = ({ made, laidOut, ms, worked, elements, nodes }) => [
    ...[made, laidOut, ms, worked].map(Math.round),
    elements,
    nodes,
  ];
  columns('statuses', ...row(ours));
  columns('badge + button', ...row(theirs));
  columns(
    'ratio',
    ...['made', 'laidOut', 'ms', 'worked', 'elements', 'nodes'].map((name) => (ours[name] / theirs[name]).toFixed(2)),
  );
  const other = await browser.newPage();
  await other.goto(`http://127.0.0.1:${server.address().port}/`);
  await other.evaluate(showById, { ASKED, script: '/rest.js' });
  const kinds = [...new Set(asked)].map((each) => `${asked.filter((one) => one === each).length} ${each}`);
  console.log(`\n${ASKED} statuses by id: ${asked.length} requests (${kinds.join(', ')}); goal 6`);
} finally {
  await browser.close();
  server.close();
}

/** Everything that a page loads for it, as one module. */
async function oneFile(specifiers, folder) {
  const { first } = await bundle(specifiers, folder, { splitting: false });
  return Buffer.from(first[0]);
}

/** A booking for every id; changes are told of, and there are none. */
function answer(pathname, ids, response) {
  if (pathname.endsWith('/events')) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream' }).write(': hello\n\n');
    return;
  }
  const participant = { name: 'Sanne Jansen', email: 'sanne@example.org' };
  const booking = (id) =>
    toWireBooking({ id, productId: 'p1', participant, status: 'started', history: [], version: 1 });
  const isList = pathname.endsWith('/bookings');
  const body = isList ? { items: ids.map(booking), total: ids.length } : booking(pathname.split('/').at(-1));
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(body));
}

/** In the page. */
async function showById({ ASKED, script }) {
  const { used1: rest } = await import(script);
  const backend = rest.openRestBackend({ baseUrl: `${location.origin}/api`, getToken: () => 'token' });
  const statuses = Array.from({ length: ASKED }, (_, index) => {
    const status = document.createElement('enrollment-status');
    return Object.assign(status, { enrollmentId: `e${index}`, backend, compact: true });
  });
  document.body.append(...statuses);
  const isShown = (status) => status.shadowRoot?.querySelector('.label.started');
  while (!statuses.every(isShown)) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** How long the page's thread has worked until now. */
async function workedMs(cdp) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
}

/** In the page. */
async function measure({ COUNT, ROUNDS, scripts, names }) {
  for (const script of scripts) await import(script);
  const enrollment = (index) => ({
    id: `e${index}`,
    productId: 'p1',
    participant: { name: 'Sanne Jansen', email: 'sanne@example.org' },
    startDate: '2026-08-24',
    endDate: '2026-09-12',
    status: ['enrolled', 'started', 'completed', 'no-show'][index % 4],
    history: [],
    version: 1,
  });
  const backend = {
    changeStatus: () => undefined,
    getEnrollment: () => undefined,
    clock: () => '2026-09-01T10:00:00.000Z',
  };
  const fill = {
    ours: (index) =>
      Object.assign(document.createElement('enrollment-status'), {
        enrollment: enrollment(index),
        backend,
        compact: true,
        editable: true,
      }),
    theirs: () => {
      const row = document.createElement('div');
      row.append(document.createElement('sl-badge'), document.createElement('sl-button'));
      row.firstChild.textContent = 'Gestart';
      row.lastChild.textContent = 'Wijzigen';
      return row;
    },
  };
  const results = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const name of names) {
      const make = fill[name];
      const place = document.createElement('section');
      document.body.append(place);
      const started = performance.now();
      for (let index = 0; index < COUNT; index += 1) place.append(make(index));
      await place.lastElementChild.updateComplete;
      await place.lastElementChild.lastElementChild?.updateComplete;
      const made = performance.now();
      // As far as it could be painted.
      void document.body.offsetHeight;
      const result = (results[name] ??= { made: [], laidOut: [], ms: [] });
      result.made.push(made - started);
      result.laidOut.push(performance.now() - made);
      result.ms.push(performance.now() - started);
      if (round === 0) Object.assign(result, count(place));
      place.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  }
  // The quickest quarter: slower rounds tell of what else the machine did.
  const quick = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 4)];
  return Object.fromEntries(
    Object.entries(results).map(([name, { made, laidOut, ms, ...rest }]) => [
      name,
      { made: quick(made), laidOut: quick(laidOut), ms: quick(ms), ...rest },
    ]),
  );

  function count(tree) {
    const total = { elements: 0, nodes: 0 };
    const visit = (node) => {
      for (const child of node.childNodes) {
        if (child.localName === 'style') continue;
        total.nodes += 1;
        if (child.nodeType === 1) total.elements += 1;
        visit(child);
      }
      if (node.shadowRoot) visit(node.shadowRoot);
    };
    visit(tree);
    return total;
  }
}
