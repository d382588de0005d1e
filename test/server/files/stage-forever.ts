import { Readable } from 'node:stream';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import { someBytes } from './bytes.js';

// Stages files until it is killed, some from the spool and some not, and prints each that is safe.
const [directory = '', round = '0'] = process.argv.slice(2);
const incoming = `${directory}/incoming`;
const files = await openDiskFileStore({ directory, incoming });
const spool = await openSpool({ directory: incoming });

await Promise.all([0, 1, 2].map((lane) => stageForever(Number(round) * 1000 + lane * 300)));

async function stageForever(from: number): Promise<never> {
  for (let seed = from + 1; ; seed += 1) {
    const bytes = someBytes(400_000, seed);
    const content =
      seed % 2 ? new Blob([bytes]) : await spool.receive(Readable.from([bytes]), { name: 'a', maxBytes: 1e6 });
    const { sha256 } = await files.stage(content);
    process.stdout.write(`${sha256}\n`);
  }
}
