import type { ServerParts } from '../parts/server-parts.js';
import type { PlatformKeys } from './platforms/platform-keys.js';
import type { PlatformTokens } from './platforms/platform-tokens.js';
import type { ToolKeys } from './platforms/tool-keys.js';

/** What LTI works with, beside what every noun does. */
export interface LtiParts extends Pick<
  ServerParts,
  'settings' | 'database' | 'stores' | 'files' | 'clock' | 'ids' | 'log'
> {
  /** Where browsers reach the API, without a slash at the end. */
  readonly ltiUrl: string;
  readonly toolKeys: ToolKeys;
  readonly platformKeys: PlatformKeys;
  readonly platformTokens: PlatformTokens;
}
