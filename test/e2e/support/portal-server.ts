import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { RunningServer } from '@enrollkit/server';
import { pino } from 'pino';
import { servePortal, type PortalOptions } from '../../../demo/tooling/serve-portal.js';
import { freePort } from '../../support/free-port.js';

/** The demo as `npm start` serves it, with its records in a folder of its own. */
export interface PortalServer {
  readonly server: () => RunningServer;
  /** Stops it and starts it again on the same port, with what it kept. */
  restart(): Promise<void>;
  /** Stops it and throws its records away. */
  dispose(): Promise<void>;
}

/** Built by the global setup of the end-to-end tests. */
const pages = fileURLToPath(new URL('../../../demo/dist', import.meta.url));

export async function startPortal({ prepare }: Pick<PortalOptions, 'prepare'> = {}): Promise<PortalServer> {
  const dataDir = await mkdtemp(join(tmpdir(), 'enrollkit-portal-'));
  const log = pino({ level: 'silent' });
  const port = await freePort();
  let server = await servePortal({ pages, dataDir, log, port, ...(prepare && { prepare }) });
  return {
    server: () => server,
    async restart() {
      await server.stop();
      server = await servePortal({ pages, dataDir, log, port });
    },
    async dispose() {
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
