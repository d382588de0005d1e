import type { Platform } from '../platforms/platform-table.js';

/**
 * What somebody of a platform is called here. Platforms number people from 1, and so does the provider's own system: without
 * the platform's name before it, one would be another's.
 */
export function externalIdOf({ id }: Pick<Platform, 'id'>, userId: string): string {
  return `lti:${id}:${userId}`;
}
