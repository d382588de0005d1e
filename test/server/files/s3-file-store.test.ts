import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { openS3FileStore } from '../../../packages/server/src/files/s3-file-store.js';
import { openSpool } from '../../../packages/server/src/files/open-spool.js';
import { filesBelow } from './disk-world.js';
import { describeFileStore, listed, type FileStoreWorld } from './file-store-contract.js';

describeFileStore('S3', openS3World);

async function openS3World(): Promise<FileStoreWorld> {
  const root = await mkdtemp(join(tmpdir(), 'enrollkit-s3-'));
  const incoming = join(root, 'incoming');
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(root, 'buckets'),
    configureBuckets: [{ name: 'certificates', configs: [] }],
  });
  const { port } = await server.run();
  const files = await openS3FileStore({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-west-1',
    bucket: 'certificates',
    prefix: 'files/',
    accessKeyId: 'S3RVER',
    secretAccessKey: 'S3RVER',
    forcePathStyle: true,
  });
  return {
    files,
    spool: await openSpool({ directory: incoming }),
    everything: async () => [...(await listed(files)), ...(await filesBelow(incoming))],
    async close() {
      await server.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}
