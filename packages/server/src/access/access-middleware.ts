import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import type { ServerParts } from '../parts/server-parts.js';
import { authenticate } from './authenticate.js';
import { cors } from './cors.js';
import { narrowToProvider } from './narrow-to-provider.js';
import { createRateLimits } from './rate-limit.js';
import { challenge, securityHeaders } from './security-headers.js';

/**
 * What stands before every route, in this order. Use each by itself (`app.use('*', ...accessMiddleware(parts))`): what one
 * throws becomes an answer there, and those before it still see that answer.
 *
 * 1. Security headers, on whatever the answer becomes.
 * 2. CORS: preflights end here, as they can't show who asks; the answer to a refused request may be read by its page too.
 * 3. How to show who asks, on a 401.
 * 4. Limits by address, so that guessing costs nothing but this.
 * 5. Who asks.
 * 6. Limits by whoever asks.
 * 7. `?provider_id=`, for whoever deals with several.
 */
export function accessMiddleware(
  parts: Pick<ServerParts, 'settings' | 'database' | 'clock' | 'ids'>,
): readonly MiddlewareHandler<AppEnv>[] {
  const limits = createRateLimits(parts.settings);
  return [
    securityHeaders,
    cors(parts.settings),
    challenge,
    limits.strangers,
    authenticate(parts),
    limits.credentials,
    narrowToProvider,
  ];
}
