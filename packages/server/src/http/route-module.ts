import { OpenAPIHono } from '@hono/zod-openapi';
import { dayOf } from '@enrollkit/core';
import type { ServerParts } from '../parts/server-parts.js';
import { invalidWire, sentIn } from './request/parse-wire.js';
import type { AppEnv } from './app-env.js';

/** Routes that share a noun. What their schemas find is thrown, and becomes a problem where every error does. */
export function newRoutes(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw invalidWire(result.error, sentIn(result));
    },
  });
}

/** Today on the provider's calendar. */
export function todayOf({ clock, settings }: Pick<ServerParts, 'clock' | 'settings'>): string {
  return dayOf(clock(), settings.timeZone);
}
