import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { openDiskFileStore } from '../../../packages/server/src/files/disk/disk-file-store.js';
import { openSpool } from '../../../packages/server/src/files/disk/open-spool.js';
import { openS3FileStore } from '../../../packages/server/src/files/s3/s3-file-store.js';
import type { S3Settings } from '../../../packages/server/src/settings/settings.js';

// Takes in so many megabytes, stages them, streams them back, and prints by how much its memory grew.
const [directory = '', megabytes = '0', s3] = process.argv.slice(2);
const incoming = `${directory}/incoming`;
const files = s3
  ? await openS3FileStore(JSON.parse(s3) as S3Settings)
  : await openDiskFileStore({ directory, incoming });
const spool = await openSpool({ directory: incoming });

const before = process.memoryUsage.rss();
let highest = before;
const look = (): void => void (highest = Math.max(highest, process.memoryUsage.rss()));

const file = await spool.receive(Readable.from(generated(Number(megabytes))), { name: 'large', maxBytes: 1e12 });
const { sha256, sizeBytes } = await files.stage(file);
const hash = createHash('sha256');
for await (const chunk of (await files.open(sha256))!.stream()) {
  hash.update(chunk);
  look();
}
const rssGrowthMb = Math.round((highest - before) / 1024 / 1024);
console.log(JSON.stringify({ rssGrowthMb, sizeBytes, sha256In: file.sha256, sha256Out: hash.digest('hex') }));

function* generated(count: number): Generator<Uint8Array, void, undefined> {
  for (let at = 0; at < count * 16; at += 1) {
    look();
    yield new Uint8Array(64 * 1024).fill(at);
  }
}
