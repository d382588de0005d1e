import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import { startServer } from './start-server.js';
import type { Settings } from './settings/settings.js';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/**
 * Serves until the process is told to stop, and resolves then. Told by SIGTERM, it still takes requests for a while, and says
 * that it is stopping, so that a load balancer sends none any more. Rejects when the embedded database can't be started again.
 * A second signal ends the process at once, and so does a fault that nobody caught: what the process holds can't be trusted
 * any more.
 */
export async function runServer(settings: Settings, log: Logger): Promise<void> {
  const die = (error: unknown): void => {
    log.fatal({ err: error }, 'a fault that nobody caught');
    log.flush(() => process.exit(1));
  };
  process.on('uncaughtException', die).on('unhandledRejection', die);

  const server = await startServer(settings, { log });
  const told = new Promise<{ readonly signal: string }>((resolve) => {
    for (const signal of SIGNALS) process.once(signal, () => resolve({ signal }));
  });
  const end = await Promise.race([told, server.failed.then((reason) => ({ reason }))]);
  for (const name of SIGNALS) process.once(name, () => process.exit(1));
  if ('signal' in end) log.info(end, 'stopping');
  // A person at a keyboard has no load balancer to wait for.
  if ('signal' in end && end.signal === 'SIGTERM') {
    server.drain();
    await pause(settings.drainMs);
  }
  if ('reason' in end) log.fatal({ err: end.reason }, 'stopping: the embedded database is gone');
  await server.stop();
  log.info('stopped');
  if ('reason' in end) throw end.reason;
}
