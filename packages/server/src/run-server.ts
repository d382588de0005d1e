import type { Logger } from 'pino';
import { startServer } from './start-server.js';
import type { Settings } from './settings/settings.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Serves until the process is told to stop, and resolves then. A second signal ends the process at once, and so does a
 * fault that nobody caught: what the process holds can't be trusted any more.
 */
export async function runServer(settings: Settings, log: Logger): Promise<void> {
  const die = (error: unknown): void => {
    log.fatal({ err: error }, 'a fault that nobody caught');
    log.flush(() => process.exit(1));
  };
  process.on('uncaughtException', die).on('unhandledRejection', die);

  const server = await startServer(settings, { log });
  const signal = await new Promise<string>((resolve) => {
    for (const name of SIGNALS) process.once(name, () => resolve(name));
  });
  for (const name of SIGNALS) process.once(name, () => process.exit(1));
  log.info({ signal }, 'stopping');
  await server.stop();
  log.info('stopped');
}
