import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openRestBackend } from '@enrollkit/adapters/rest';
import type { Actor, Change } from '@enrollkit/core';
import { eventRoutes } from '../../../packages/server/src/events/event-routes.js';
import { eventStream } from '../../../packages/server/src/events/event-stream.js';
import { listen } from '../../../packages/server/src/http/listen.js';
import { json, openHttpWorld, type Call, type HttpWorld, type Provider } from '../support/http-world.js';
import { JAN, made, makeBooking, makeCourse, pdf } from '../support/course.js';

const JAN_SIGNED_IN = { id: 'jan', role: 'participant', email: 'Jan@Example.nl' } as const;
const PIET = { ...JAN, name: 'Piet', email: 'piet@example.nl', employer_id: 'other' };

describe('events', () => {
  let world: HttpWorld;
  beforeAll(async () => (world = await openHttpWorld()));
  afterAll(() => world.close());

  it('tells a provider of its own changes, and of nobody else’s', async () => {
    const [acme, other] = [world.newProvider(), world.newProvider()];
    const events = await open(acme.call);
    await makeCourse(other.call);
    await makeCourse(acme.call, { booking: 'b-own' });
    const heard = await events.until(({ kind }) => kind === 'booking');
    expect(new Set(heard.map(({ provider_id }) => provider_id))).toEqual(new Set([acme.providerId]));
    expect(heard.at(-1)).toEqual({ kind: 'booking', id: 'b-own', provider_id: acme.providerId });
    await events.close();
  });

  it('tells a participant of no one else’s booking', async () => {
    const acme = world.newProvider();
    const before = await open(acme.call);
    await makeCourse(acme.call);
    // Told to everybody who listens, as is the course that came before it: who begins now hears nothing of it any more.
    await before.until(({ id }) => id === 'b-1');
    await before.close();
    const events = await open(world.as({ ...JAN_SIGNED_IN, providerId: acme.providerId }));
    await makeBooking(acme.call, { id: 'b-piet', participant: PIET });
    await makeBooking(acme.call, { id: 'b-jan' });
    const heard = await events.until(({ id }) => id === 'b-jan');
    expect(heard.map(({ id }) => id)).toEqual(['b-jan']);
    await events.close();
  });

  it('tells HR of its employees, across providers', async () => {
    const [acme, other] = [world.newProvider(), world.newProvider()];
    await makeCourse(acme.call);
    await makeCourse(other.call);
    const employer = { ...JAN, employer_id: 'werkgever' };
    const events = await open(world.as({ id: 'hr', role: 'employer-hr', employerId: 'werkgever' }));
    await makeBooking(acme.call, { id: 'b-piet', participant: PIET });
    await makeBooking(acme.call, { id: 'b-1st', participant: employer });
    await makeBooking(other.call, { id: 'b-2nd', participant: employer });
    const heard = await events.until(({ id }) => id === 'b-2nd');
    // Of the courses it may hear or not: they were made before this one listened.
    expect(heard.filter(({ kind }) => kind === 'booking').map(({ id }) => id)).toEqual(['b-1st', 'b-2nd']);
    await events.close();
  });

  it('tells a widget of the bookings it is for', async () => {
    const acme = world.newProvider();
    const before = await open(acme.call);
    await makeCourse(acme.call);
    await makeBooking(acme.call, { id: 'b-2' });
    // Told to everybody who listens: who begins now hears nothing of it any more.
    await before.until(({ id }) => id === 'b-2');
    await before.close();
    const widget: Actor = { ...acme.actor, enrollmentIds: ['b-2'] };
    const events = await open(world.as(widget));
    for (const id of ['b-1', 'b-2']) await made(acme.call(`/bookings/${id}/cancel`, json('POST', {})));
    const heard = await events.until(({ id }) => id === 'b-2');
    expect(heard.map(({ id }) => id)).toEqual(['b-2']);
    await events.close();
  });

  it('tells others of a certificate once its certification is verified', async () => {
    const acme = world.newProvider();
    const { certificationId } = await makeCourse(acme.call);
    const events = await open(world.as({ ...JAN_SIGNED_IN, providerId: acme.providerId }));
    await upload(acme, 'unverified');
    // What was told before this was decided before the certification is verified.
    await makeBooking(acme.call, { id: 'b-later' });
    await events.until(({ id }) => id === 'b-later');
    await made(
      world.as({ id: 'staff', role: 'platform-staff', providerId: acme.providerId })(
        `/certifications/${certificationId}/verify`,
        json('POST', {}),
      ),
    );
    const certificate = await upload(acme, 'verified');
    const heard = await events.until(({ kind }) => kind === 'certificate');
    expect(heard.filter(({ kind }) => kind === 'certificate')).toEqual([
      { kind: 'certificate', id: certificate, booking_id: 'b-1', provider_id: acme.providerId },
    ]);
    await events.close();
  });

  it('ends with the token, and is not opened without one', async () => {
    expect((await world.app.request('/events')).status).toBe(401);
    const ended = eventStream({ lifeMs: 1, start: () => () => undefined });
    expect(await new Response(ended).text()).toMatch(/^retry: \d+\n: listening\n\n$/);
  });

  it('shows that it is there when nothing changes', async () => {
    const reader = eventStream({ lifeMs: 60_000, heartbeatMs: 1, start: () => () => undefined }).getReader();
    await reader.read();
    expect(new TextDecoder().decode((await reader.read()).value)).toBe(': still here\n\n');
    await reader.cancel();
  });

  it('lets go of a reader that is too slow, and holds only so much for it', async () => {
    let told = 0;
    let isStopped = false;
    const stream = eventStream({
      lifeMs: 60_000,
      start({ tell }) {
        while (told < 10_000) {
          tell({ kind: 'enrollment', id: 'e1' });
          told += 1;
        }
        return () => (isStopped = true);
      },
    });
    const text = await new Response(stream).text();
    expect(text.split('data:').length).toBeLessThan(300);
    expect(isStopped).toBe(true);
  });

  it('lets one have only so many streams open, until one is closed', async () => {
    const acme = world.newProvider();
    const routes = eventRoutes(world.parts, { mostStreams: 1 });
    const app = new (await import('@hono/zod-openapi')).OpenAPIHono();
    app.onError((error, c) => c.text((error as { code?: string }).code ?? '', 429));
    app.use('*', async (c, next) => {
      c.set('actor' as never, acme.actor as never);
      c.set('credential' as never, { kind: 'api-key', id: 'k' } as never);
      await next();
    });
    app.route('/', routes as never);
    const first = await app.request('/events');
    expect(await (await app.request('/events')).text()).toBe('rate-limited');
    await first.body!.cancel();
    const again = await app.request('/events');
    expect(again.status).toBe(200);
    await again.body!.cancel();
    expect((await app.request('/events', { method: 'HEAD' })).status).toBe(200);
  });

  it('works over a socket', async () => {
    const acme = world.newProvider();
    const server = await listen((request, env) => world.app.fetch(request, env), {
      ...world.parts.settings,
      host: '127.0.0.1',
      port: 0,
    });
    const headers = { Authorization: `Bearer ${await world.token(acme.actor)}`, Accept: 'text/event-stream' };
    const call: Call = async (path, init) => fetch(`${server.url}${path}`, { ...init, headers });
    const events = await open(call);
    expect(events.response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    await makeCourse(acme.call);
    await events.until(({ kind }) => kind === 'booking');
    await events.close();
    await server.close();
  });

  it('ends its streams after changes may have been missed, and tells again from then on', async () => {
    const acme = world.newProvider();
    await makeCourse(acme.call);
    const jan = world.as({ ...JAN_SIGNED_IN, providerId: acme.providerId });
    const streams = [await open(acme.call), await open(jan)];
    await breakChannel();
    for (const stream of streams) await stream.ended();

    const again = [await open(acme.call), await open(jan)];
    await makeBooking(acme.call, { id: 'b-after' });
    for (const stream of again) {
      await stream.until(({ id }) => id === 'b-after');
      await stream.close();
    }
  });

  it('has a page show what changed while no changes could be heard', async () => {
    const acme = world.newProvider();
    await makeCourse(acme.call);
    const server = await listen((request, env) => world.app.fetch(request, env), {
      ...world.parts.settings,
      host: '127.0.0.1',
      port: 0,
    });
    const backend = openRestBackend({
      baseUrl: server.url + world.parts.settings.basePath,
      getToken: () => world.token(acme.actor),
      retryDelayMs: 1,
    });
    let heard: Change[] = [];
    backend.subscribe((change) => heard.push(change));
    const isConnected = async () => {
      await makeBooking(acme.call, { id: `b-${world.parts.ids()}` });
      return heard.length > 0;
    };
    await expect.poll(isConnected).toBe(true);
    const { participant } = await backend.getEnrollment('b-1');
    expect(participant.name).toBe('Jan Jansen');

    heard = [];
    // As a process does that nobody can hear now.
    await world.parts.database.tables
      .updateTable('enrollments')
      .set({ participant_name: 'Jan de Vries' })
      .where('provider_id', '=', acme.providerId)
      .execute();
    await breakChannel();
    await expect.poll(() => heard).toContainEqual(expect.objectContaining({ id: 'b-1' }));
    expect((await backend.getEnrollment('b-1')).participant.name).toBe('Jan de Vries');
    backend.close();
    await server.close();
  });

  /** Ends the connection on which this server hears changes, as a database does that is restarted. */
  async function breakChannel(): Promise<void> {
    const { rowCount } = await world.parts.database.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'enrollkit changes' and datname = current_database()`,
    );
    expect(rowCount).toBe(1);
  }

  /** A certificate of Jan's, with bytes of its own. */
  async function upload({ call }: Provider, content: string): Promise<string> {
    const form = new FormData();
    form.set('booking_id', 'b-1');
    form.set('certification_id', 'foundation');
    form.set('valid_from', '2026-09-12');
    form.set('file', new File([new Uint8Array(pdf(content))], 'diploma.pdf', { type: 'application/pdf' }));
    return (await made(call('/certificates', { method: 'POST', body: form }))).id as string;
  }
});

interface Heard {
  readonly kind: string;
  readonly id: string;
  readonly provider_id?: string;
}

/** Listens, from the moment that the server does. */
async function open(call: Call) {
  const response = await call('/events', { headers: { Accept: 'text/event-stream' } });
  expect(response.status).toBe(200);
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  const heard: Heard[] = [];
  let text = (await reader.read()).value ?? '';
  return {
    response,
    /** Everything that was told, up to the first that is wanted. */
    async until(isWanted: (change: Heard) => boolean): Promise<readonly Heard[]> {
      for (;;) {
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1];
          text = text.slice(end + 2);
          if (data === undefined) continue;
          const change = JSON.parse(data) as Heard;
          heard.push(change);
          if (isWanted(change)) return heard;
        }
        const { value, done } = await reader.read();
        if (done) throw new Error('The stream ended');
        text += value;
      }
    },
    /** Resolves when the server ends it. */
    async ended(): Promise<void> {
      while (!(await reader.read()).done);
    },
    close: () => reader.cancel(),
  };
}
