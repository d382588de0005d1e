import type { OpenAPIHono } from '@hono/zod-openapi';
import { EnrollkitError, ROLES } from '@enrollkit/core';
import { createClientAddress } from '../access/client-address.js';
import { expectRole } from '../access/expect-role.js';
import type { AppEnv, Credential } from '../http/app-env.js';
import { problems } from '../http/operation.js';
import { recordQuery } from '../http/request/query-fields.js';
import { route, routesOf, type Route } from '../http/route.js';
import type { ServerParts } from '../parts/server-parts.js';
import { createChangeFeed } from './change-feed.js';
import { eventStream } from './event-stream.js';

/** Streams that one may have open: some browsers with some pages. */
const MOST_STREAMS = 50;
/** Of everybody at one provider, whatever its tokens call them. */
const MOST_PROVIDER_STREAMS = 1000;
/** Of all visitors at this process: they never keep those who work from listening. */
const MOST_VISITOR_STREAMS = 2000;
/** An API key can be revoked and has no end: who holds one connects again, and is asked again. */
const KEY_LIFE_MS = 15 * 60_000;
const BUSY_RETRY_MS = 30_000;

const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  // Proxies must pass each event on at once, as it is.
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

type Parts = Pick<ServerParts, 'settings' | 'stores' | 'database' | 'log' | 'clock'>;

interface StreamLimits {
  readonly heartbeatMs?: number;
  readonly mostStreams?: number;
  readonly mostProviderStreams?: number;
  readonly mostVisitorStreams?: number;
}

/** `GET /events`. */
export function eventRoutes(parts: Parts, limits: StreamLimits = {}): OpenAPIHono<AppEnv> {
  return routesOf(parts, [() => listenToChanges(parts, limits)]);
}

function listenToChanges(parts: Parts, { heartbeatMs, mostStreams = MOST_STREAMS, ...limits }: StreamLimits): Route {
  const feed = createChangeFeed(parts);
  const open = new OpenStreams();
  const addressOf = createClientAddress(parts.settings.trustedProxies);
  const { mostProviderStreams = MOST_PROVIDER_STREAMS, mostVisitorStreams = MOST_VISITOR_STREAMS } = limits;

  return route(
    {
      method: 'get',
      path: '/events',
      operationId: 'listenToChanges',
      summary: 'Listen to changes',
      description:
        'Server-sent events, one for each change to a record that you may read. An event holds the kind and ids of the ' +
        'record, not its content. The stream ends when your token expires: connect again with a new token, and read ' +
        'again what you show. Where products are public, a page without a token hears when one of them changes, for ' +
        'example because a seat was taken.',
      tags: ['Changes'],
      request: { query: recordQuery },
      responses: {
        200: {
          description: 'The changes, as they happen',
          content: {
            'text/event-stream': {
              schema: { type: 'string' },
              examples: { example: { value: 'data: {"id":"b-1001","kind":"booking"}\n\n' } },
            },
          },
        },
        ...problems(),
      },
    },
    (c) => {
      const actor = expectRole(c, 'events.read', ROLES);
      // Nobody would read, or end, the stream of a HEAD.
      if (c.req.method === 'HEAD') return c.body(null, 200, HEADERS);
      const isVisitor = actor.role === 'visitor';
      // Of visitors nothing is known but where they are.
      const who = JSON.stringify(isVisitor ? ['visitor', addressOf(c)] : [actor.providerId, actor.role, actor.id]);
      const group = isVisitor ? 'visitors' : `provider ${actor.providerId ?? ''}`;
      const mostOfGroup = isVisitor ? mostVisitorStreams : mostProviderStreams;
      if (open.of(who) >= mostStreams || open.of(group) >= mostOfGroup) {
        throw new EnrollkitError('rate-limited', 'Too many open event streams', { retryAfterMs: BUSY_RETRY_MS });
      }
      const close = open.add(who, group);

      const stream = eventStream({
        lifeMs: lifeOf(c.get('credential'), Date.parse(parts.clock())),
        ...(heartbeatMs !== undefined && { heartbeatMs }),
        start({ tell, end }) {
          const unsubscribe = feed.subscribe({ actor, tell, lose: end });
          c.req.raw.signal.addEventListener('abort', end, { once: true });
          return () => {
            unsubscribe();
            c.req.raw.signal.removeEventListener('abort', end);
            close();
          };
        },
      });
      return c.body(stream, 200, HEADERS);
    },
  );
}

/** How many streams are open, by what they are counted for. */
class OpenStreams {
  readonly #counts = new Map<string, number>();

  of(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  /** Counts one, until the answer is called. */
  add(...keys: readonly string[]): () => void {
    for (const key of keys) this.#counts.set(key, this.of(key) + 1);
    return () => {
      for (const key of keys) {
        const left = this.of(key) - 1;
        if (left > 0) this.#counts.set(key, left);
        else this.#counts.delete(key);
      }
    };
  }
}

function lifeOf(credential: Credential, nowMs: number): number {
  return 'expiresAt' in credential ? Date.parse(credential.expiresAt) - nowMs : KEY_LIFE_MS;
}
