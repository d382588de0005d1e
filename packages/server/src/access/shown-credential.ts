import type { Context } from 'hono';
import type { AppEnv } from '../http/app-env.js';
import { isCompatiblePath } from '../http/representation.js';
import type { Settings } from '../settings/settings.js';

/** The `Authorization` header of a request, or what stands for it. */
interface ShownCredential {
  readonly header: string | undefined;
  /** It came in the address: nothing but an API key may, which its owner can revoke. */
  readonly isInAddress: boolean;
}

/**
 * What a request shows of who sends it: a header. Only clients of the marketplace's API, where the settings let them in,
 * know no other place than the query, and nowhere else is it looked at.
 */
export function shownCredential(
  c: Context<AppEnv>,
  { springestApi, basePath }: Pick<Settings, 'springestApi' | 'basePath'>,
): ShownCredential {
  const key = springestApi && isCompatiblePath(c.req.path, basePath) ? c.req.query('api_key') : undefined;
  if (key === undefined) return { header: c.req.header('Authorization'), isInAddress: false };
  return { header: `Bearer ${key}`, isInAddress: true };
}
