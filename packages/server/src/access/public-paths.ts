/**
 * What anybody may ask for, below the base path. Metrics, confirmations and what learning platforms open ask for tokens of
 * their own.
 */
const PUBLIC = [
  '/healthz',
  '/metrics',
  '/openapi.json',
  '/docs',
  '/trainers/confirmations',
  '/trainers/invitations',
  '/trainers/links',
  '/lti/login',
  '/lti/launch',
  '/lti/jwks',
  '/lti/register',
  '/lti/page',
];

/** Whether a path may be asked for without saying who asks. */
export function isPublicPath(path: string, basePath: string): boolean {
  return PUBLIC.some((known) => path === basePath + known || path.startsWith(`${basePath}${known}/`));
}

/** Whether a path is never refused for being asked too often: else a load balancer would take a busy server for a dead one. */
export function isUnlimitedPath(path: string, basePath: string): boolean {
  return path === `${basePath}/healthz` || path === `${basePath}/healthz/live`;
}

/** Whether a path shows what a provider publishes, so that visitors may be let in where the settings say so. */
export function isPublishedPath(path: string, basePath: string): boolean {
  // Of the changes a visitor hears those of products.
  if (path === `${basePath}/events`) return true;
  return path.startsWith(`${basePath}/products`) && /^\/products(\.\w+|\/[^/]+)?$/.test(path.slice(basePath.length));
}
