import { readSettings, startServer, type RunningServer, type ServerParts, type StartOptions } from '@enrollkit/server';
import { openPortalSession, PROVIDER_ID } from './portal-session.js';
import { seedServer } from './seed-server.js';
import { staticPages } from './static-pages.js';

export interface PortalOptions extends Pick<StartOptions, 'clock' | 'log'> {
  /** Where the built demo is. */
  readonly pages: string;
  /** Where records and files are kept. */
  readonly dataDir: string;
  /** Default: a free one. */
  readonly port?: number | string;
  /** Two thousand enrollments besides the few that show every case. */
  readonly many?: boolean;
  /** What else is to be there before anybody comes. */
  readonly prepare?: (parts: ServerParts) => Promise<void>;
}

/** The whole portal on one port of this machine: its pages, its session, and the server below `/api` with sample data. */
export async function servePortal({
  pages,
  dataDir,
  port = 0,
  many = false,
  prepare,
  ...options
}: PortalOptions): Promise<RunningServer> {
  const settings = readSettings({
    PORT: String(port),
    ENROLLKIT_BASE_PATH: '/api',
    ENROLLKIT_DATA_DIR: dataDir,
    ENROLLKIT_LOG_LEVEL: 'warn',
    // Visitors read the courses without signing in.
    ENROLLKIT_PUBLIC_PRODUCTS: PROVIDER_ID,
  });
  return startServer(settings, {
    ...options,
    async mount(parts) {
      await seedServer(parts, pages, { many });
      await prepare?.(parts);
      const session = await openPortalSession(parts);
      const page = staticPages(pages);
      return (request, { incoming }) => {
        const { pathname } = new URL(request.url);
        if (pathname !== '/session/token') return page(pathname);
        return session.token(request, `http://${settings.host}:${incoming.socket.localPort}`);
      };
    },
  });
}
