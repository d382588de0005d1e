import { text } from 'node:stream/consumers';
import type { ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { openFeedHost } from '../../feeds/support/feed-host.js';

/** Something that a receiver was sent. */
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  readonly type: string;
  readonly id: string;
  readonly timestamp: string;
  readonly data: {
    readonly kind: string;
    readonly id: string;
    readonly record?: Readonly<Record<string, unknown>> | null;
  } & Readonly<Record<string, unknown>>;
}

export interface Receiver {
  readonly url: string;
  readonly port: number;
  /** In the order in which it came in. */
  readonly received: Received[];
  /** What it does with the next ones. By default it takes them. */
  answer: (response: ServerResponse, received: Received) => void;
  /** Types and records of what came in, and forgets it. */
  told(): readonly string[];
  close(): Promise<void>;
}

/** A real receiver on this machine, which may answer as badly as a test likes. */
export async function openReceiver(certificate?: { readonly key: string; readonly cert: string }): Promise<Receiver> {
  const received: Received[] = [];
  const host = await openFeedHost((request, response) => {
    void text(request).then((body) => {
      const { headers, url: path = '' } = request;
      const id = String(headers['webhook-id']);
      const one = { path, headers, body, id, ...(JSON.parse(body || '{}') as object) } as Received;
      received.push(one);
      receiver.answer(response, one);
    });
  }, certificate);
  const take: Receiver['answer'] = (response) => void response.writeHead(204).end();
  const receiver: Receiver = {
    url: host.url,
    port: host.port,
    received,
    answer: take,
    told: () => received.splice(0).map(({ type, data }) => `${type} ${data.id}`),
    close: () => host.close(),
  };
  return receiver;
}

/** Whether the package that others verify with finds this secret's signature among those that were sent. */
export function isSignedWith(secret: string, { headers, body, id }: Received): boolean {
  const moment = new Date(Number(headers['webhook-timestamp']) * 1000);
  const signature = new Webhook(secret).sign(id, moment, body);
  return String(headers['webhook-signature']).split(' ').includes(signature);
}
