import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBackend, type Actor, type Product } from '@enrollkit/core';
import { createApiKey, readSettings, startServer, type ServerParts } from '@enrollkit/server';
import { pino } from 'pino';
import { PROVIDER_ID } from '../../../demo/tooling/portal-session.js';
import { seedServer } from '../../../demo/tooling/seed-server.js';
import { addElementRecords } from './element-records.js';

const sampleFiles = join(import.meta.dirname, '../../../demo/public');

/** A server as it runs beside somebody's site, at an origin of its own. */
export interface HostServer {
  readonly url: string;
  readonly providerId: string;
  /** What the site makes tokens with. */
  readonly key: string;
  stop(): Promise<void>;
}

/**
 * Starts the server for pages of these origins, with records for every element, and with the sample data, or with these products
 * alone, which is quicker.
 */
export async function startHostServer(allowedOrigins: string, products?: readonly Product[]): Promise<HostServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-host-'));
  let key = '';
  const server = await startServer(
    readSettings({
      PORT: '0',
      ENROLLKIT_DATA_DIR: dataDir,
      ENROLLKIT_ALLOWED_ORIGINS: allowedOrigins,
      ENROLLKIT_PUBLIC_PRODUCTS: PROVIDER_ID,
    }),
    {
      log: pino({ level: 'silent' }),
      async mount(parts) {
        await (products ? putProducts(parts, products) : seedServer(parts, sampleFiles));
        await addElementRecords(parts, PROVIDER_ID);
        const made = await createApiKey(parts.database, {
          ...parts,
          role: 'provider',
          providerId: PROVIDER_ID,
          name: 'site',
        });
        key = made.key;
        return () => new Response(null, { status: 404 });
      },
    },
  );
  return {
    url: server.url,
    providerId: PROVIDER_ID,
    key,
    async stop() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function putProducts({ stores, files, clock, ids }: ServerParts, products: readonly Product[]): Promise<void> {
  const actor: Actor = { id: 'setup', role: 'provider', providerId: PROVIDER_ID };
  const backend = createBackend({ store: stores.for(actor), files, clock, ids, actor });
  for (const product of products) await backend.putProduct(product);
}
