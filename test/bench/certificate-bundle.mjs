// How long 300 certificates of 100 kB take from a client to the disk and the database, beside writing the same bytes to the
// same disk with one fsync each, in the same run: a ratio, never an absolute promise. The whole way: the REST adapter, HTTP,
// the server, PostgreSQL and files on disk. One by one, three at a time, is what `<certificate-bundle>` does with a backend
// that takes no bundles.
//
//   node test/bench/certificate-bundle.mjs [certificates, default 300] [rounds, default 4]
//
// The first six rounds only warm up: a server has run for a while, and a fifth of its time goes to the engine compiling until
// then. Each way begins with a clean heap, and making files is in nobody's time. Nothing is removed before the end: where a
// file system has no journal, each new file steps over those that were removed in the last minutes (0.2 ms each, of the
// copies and of the server alike). So wait for five minutes before the next run.
//
// `PROFILE=/tmp/profile` keeps a CPU profile of the server there.
import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { bundleForNode } from '../support/bundle-for-node.js';
import { bookingId, madePdf, openBenchedServer } from './benched-server.mjs';
import { processorTimes } from './processor-times.mjs';

const [count = 300, rounds = 4] = process.argv.slice(2).map(Number);
const WARM_UP = 6;
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc');
const keyed = () => ({ idempotencyKey: crypto.randomUUID() });

const benched = await openBenchedServer({ bookings: count * (rounds + WARM_UP) * 2, profile: process.env.PROFILE });
/** A folder for each round. */
let copied = '';
const adapter = join(import.meta.dirname, '../../.cache', `bench-adapter-${process.pid}.mjs`);
try {
  await bundleForNode(join(import.meta.dirname, '../../packages/adapters/src/rest/index.ts'), adapter);
  const { openRestBackend } = await import(adapter);
  const backend = openRestBackend({ baseUrl: benched.kit.url, getToken: () => benched.key, offlineQueue: false });
  let next = 0;
  const drafts = (isSent) =>
    Array.from({ length: count }, () => ({
      enrollmentId: isSent ? bookingId(next++) : '',
      certificationId: 'foundation',
      validFrom: '2026-09-12',
      showsResults: false,
      file: new File([madePdf()], 'diploma.pdf'),
    }));
  const ways = {
    'copied, fsync each': copyAll,
    'one by one, 3 at a time': (all) => atOnce(3, all, (draft) => backend.uploadCertificate(draft, keyed())),
    'bundles of 20, 2 at a time': (all) =>
      atOnce(2, inBundles(all, 20), async (bundle) => {
        const answers = await backend.uploadCertificates(bundle.map((draft) => ({ ...draft, ...keyed() })));
        for (const { problem } of answers) if (problem) throw new Error(problem.message, { cause: problem });
      }),
  };

  const times = Object.fromEntries(Object.keys(ways).map((name) => [name, []]));
  for (let round = 0; round < WARM_UP + rounds; round += 1) {
    copied = join(benched.dataDir, `copied-${round}`);
    await mkdir(copied);
    for (const [name, send] of Object.entries(ways)) {
      const all = drafts(send !== copyAll);
      collectGarbage();
      const before = await processorTimes(benched.dataDir, benched.kit.pid);
      const clientBefore = process.cpuUsage();
      const begin = performance.now();
      await send(all);
      const ms = performance.now() - begin;
      const { user, system } = process.cpuUsage(clientBefore);
      const after = await processorTimes(benched.dataDir, benched.kit.pid);
      if (round < WARM_UP) continue;
      const [server, database] = [after.server - before.server, after.database - before.database];
      times[name].push({ ms, client: (user + system) / 1000, server, database });
    }
  }
  backend.close();
  const least = median(times['copied, fsync each'], 'ms');
  console.table(
    Object.entries(times).map(([way, all]) => ({
      way,
      'ms (median)': Math.round(median(all, 'ms')),
      'times as long': Number((median(all, 'ms') / least).toFixed(2)),
      ...Object.fromEntries(
        ['client', 'server', 'database'].map((part) => [
          `${part} ms each`,
          Number((median(all, part) / count).toFixed(2)),
        ]),
      ),
    })),
  );
} finally {
  await benched.close();
  await rm(adapter, { force: true });
}

/** The least that storing them is: each file written and handed to the disk, one after the other, and their names at the end. */
async function copyAll(all) {
  for (const [index, { file }] of all.entries()) {
    const handle = await open(join(copied, String(index)), 'wx');
    await handle.writeFile(new Uint8Array(await file.arrayBuffer()));
    await handle.sync();
    await handle.close();
  }
  const folder = await open(copied, 'r');
  await folder.sync();
  await folder.close();
}

async function atOnce(most, all, work) {
  const left = all.values();
  await Promise.all(
    Array.from({ length: most }, async () => {
      for (const each of left) await work(each);
    }),
  );
}

function inBundles(all, size) {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function median(all, name) {
  const sorted = all.map((each) => each[name]).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
