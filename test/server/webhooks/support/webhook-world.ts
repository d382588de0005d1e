import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { ServerParts } from '../../../../packages/server/src/parts/server-parts.js';
import { sendWebhooks, type SendWebhooksOptions } from '../../../../packages/server/src/webhooks/send-webhooks.js';
import { made, makeBooking } from '../../support/course.js';
import { json, openHttpWorld, type Call, type HttpWorld, type Provider } from '../../support/http-world.js';
import { openReceiver, type Receiver } from './receiver.js';

// One server for all cases, since starting it takes longer than most of them; each has a receiver and a provider of its own.

export let world: HttpWorld;
export let receiver: Receiver;
export let provider: Provider;
export let call: Call;

export const START = '2026-08-20T10:00:00.000Z';

/** For the cases of a file. This machine may be sent to. */
export function useWebhookWorld(): void {
  beforeAll(async () => {
    world = await openHttpWorld({ privateFeeds: true });
  });
  afterAll(() => world.close());
  beforeEach(async () => {
    world.now = START;
    receiver = await openReceiver();
    provider = world.newProvider();
    ({ call } = provider);
  });
  afterEach(async () => {
    await receiver.close();
    // What one leaves waiting is no business of the next.
    await world.parts.database.pool.query('delete from webhook_endpoints');
    await world.parts.database.pool.query('delete from webhook_events');
  });
}

export type Row = Readonly<Record<string, unknown>>;
export interface Hook {
  readonly id: string;
  readonly secret: string;
}

export const bookingTypes = { types: ['booking.created'] };

export function later(ms: number): void {
  world.now = new Date(Date.parse(world.now) + ms).toISOString();
}

export function send(more: Partial<SendWebhooksOptions> = {}, parts: ServerParts = world.parts) {
  return sendWebhooks(parts, { signal: new AbortController().signal, random: () => 0.5, ...more });
}

/** What came in since the last time. */
export async function told(): Promise<readonly string[]> {
  await send();
  return receiver.told();
}

export async function hook(more: Row = {}, as = call): Promise<Hook> {
  return (await made(as('/webhooks', json('POST', { url: receiver.url, ...more })))) as unknown as Hook;
}

export const read = (id: string): Promise<Row> => made(call(`/webhooks/${id}`));

export async function deliveries(id: string, query = ''): Promise<readonly Row[]> {
  return (await made(call(`/webhooks/${id}/deliveries?${query}`))).items as readonly Row[];
}

export async function makeProduct(as = call): Promise<void> {
  const course = { name: 'Course', description: '', language: 'nl', product_type: 'open', course_type: 'training' };
  await made(as('/products/prince2', json('PUT', course)));
}

export const book = (id: string, as = call): Promise<string> => makeBooking(as, { id });
