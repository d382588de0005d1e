import { toCamelKeys, type WirePage } from '@enrollkit/core/wire';
import { jsonBody, type CallApi } from '../importing/server-api.js';

/** Who is told of changes, as the API says it. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly description: string;
  /** Who is mailed when it is switched off. Null: nobody. */
  readonly email: string | null;
  /** Null: all. */
  readonly types: readonly string[] | null;
  readonly enabled: boolean;
  /** Why the server switched it off. */
  readonly disabledAt?: string;
  readonly problem?: { readonly text: string };
}

/** What one of them was told of one change. */
export interface Delivery {
  readonly eventId: string;
  readonly type: string;
  readonly at: string;
  readonly state: 'waiting' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt?: string;
  readonly status?: number;
  readonly problem?: { readonly text: string };
}

export type NewWebhook = Pick<Webhook, 'url' | 'types'> & { readonly description: string; readonly email: string };

const MOST_SHOWN = 20;

/** What the page asks of the portal's own API. */
export class WebhookApi {
  readonly #call: CallApi;

  constructor(call: CallApi) {
    this.#call = call;
  }

  async list(): Promise<readonly Webhook[]> {
    return ((await this.#call('/webhooks')) as WirePage<object>).items.map((item) => toCamelKeys(item) as Webhook);
  }

  /** The types that there are, by the kind of record: the server's own documentation says them. */
  async types(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { webhooks } = (await this.#call('/openapi.json')) as {
      readonly webhooks: Readonly<Record<string, { readonly post: { readonly requestBody: RequestBody } }>>;
    };
    return new Map(
      Object.entries(webhooks).map(([kind, { post }]) => [
        kind,
        post.requestBody.content['application/json'].schema.properties.type.enum,
      ]),
    );
  }

  /** Makes one, and answers its secret. The same key again makes no other. */
  async add({ email, ...webhook }: NewWebhook, key: string): Promise<string> {
    const { body, headers } = jsonBody({ ...webhook, email: email === '' ? null : email });
    const made = await this.#call('/webhooks', {
      method: 'POST',
      body: body ?? null,
      headers: { ...(headers as Record<string, string>), 'Idempotency-Key': key },
    });
    return (made as { readonly secret: string }).secret;
  }

  /** Changes where messages go, what the receiver is called, and who is mailed. */
  async change(id: string, { email, ...rest }: Omit<NewWebhook, 'types'>): Promise<void> {
    const change = { ...rest, email: email === '' ? null : email };
    await this.#call(pathOf(id), { method: 'PATCH', ...jsonBody(change) });
  }

  async turn(id: string, enabled: boolean): Promise<void> {
    await this.#call(pathOf(id), { method: 'PATCH', ...jsonBody({ enabled }) });
  }

  async remove(id: string): Promise<void> {
    await this.#call(pathOf(id), { method: 'DELETE' });
  }

  async rotate(id: string): Promise<string> {
    const rotated = await this.#call(`${pathOf(id)}/rotate-secret`, { method: 'POST', ...jsonBody({}) });
    return (rotated as { readonly secret: string }).secret;
  }

  async test(id: string): Promise<Delivery> {
    return toCamelKeys(await this.#call(`${pathOf(id)}/test`, { method: 'POST' })) as Delivery;
  }

  async replay(id: string, eventId: string): Promise<Delivery> {
    const path = `${pathOf(id)}/deliveries/${encodeURIComponent(eventId)}/replay`;
    return toCamelKeys(await this.#call(path, { method: 'POST' })) as Delivery;
  }

  /** Sends everything since a moment that did not arrive. Answers how many messages that is. */
  async recover(id: string, from: string): Promise<number> {
    let count = 0;
    // As many in one request as the server takes; each begins where the one before it ended.
    for (let since: string | undefined = from; since !== undefined;) {
      const asked = await this.#call(`${pathOf(id)}/recover`, { method: 'POST', ...jsonBody({ since }) });
      const { queued, next_since: next } = asked as { readonly queued: number; readonly next_since?: string };
      count += queued;
      since = queued > 0 ? next : undefined;
    }
    return count;
  }

  /** The latest. */
  async deliveries(id: string): Promise<readonly Delivery[]> {
    const page = (await this.#call(`${pathOf(id)}/deliveries?size=${MOST_SHOWN}`)) as WirePage<object>;
    return page.items.map((item) => toCamelKeys(item) as Delivery);
  }
}

interface RequestBody {
  readonly content: {
    readonly 'application/json': {
      readonly schema: { readonly properties: { readonly type: { readonly enum: readonly string[] } } };
    };
  };
}

function pathOf(id: string): string {
  return `/webhooks/${encodeURIComponent(id)}`;
}
