import type { Job } from '../jobs/job.js';
import { smtpMailer } from '../mail/smtp-mailer.js';
import type { ServerParts } from '../parts/server-parts.js';
import { forgetEvents } from './forget-events.js';
import { sendWebhooks } from './send-webhooks.js';
import { tellDisabled } from './tell-disabled.js';

/** For what is tried again after five seconds. */
const LOOK_SECONDS = 5;
const MINUTE_SECONDS = 60;
const HOUR_SECONDS = 60 * MINUTE_SECONDS;
/** What changes together is looked for together. */
const GATHER_MS = 200;

/** Sends what receivers are to be told, mails who is told nothing any more, and forgets what is old. */
export function webhookJobs(parts: ServerParts): readonly Job[] {
  const { mail } = parts.settings;
  const listen = listenTo(parts);
  return [
    {
      name: 'send-webhooks',
      everySeconds: LOOK_SECONDS,
      listen,
      run: async (signal) => ({ ...(await sendWebhooks(parts, { signal, listen })) }),
    },
    {
      name: 'forget-webhook-events',
      everySeconds: HOUR_SECONDS,
      run: async (signal) => ({ ...(await forgetEvents(parts, signal)) }),
    },
    ...(mail
      ? [
          {
            name: 'tell-disabled-webhooks',
            everySeconds: MINUTE_SECONDS,
            run: async (signal: AbortSignal) => ({
              ...(await tellDisabled(parts, { mailer: smtpMailer(mail), mail, signal })),
            }),
          },
        ]
      : []),
  ];
}

function listenTo({ stores }: Pick<ServerParts, 'stores'>): (wake: () => void) => () => void {
  return (wake) => {
    let gathering: NodeJS.Timeout | undefined;
    const gather = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        wake();
      }, GATHER_MS).unref();
    };
    const unsubscribe = stores.changes.subscribe(gather);
    return () => {
      unsubscribe();
      clearTimeout(gathering);
    };
  };
}
