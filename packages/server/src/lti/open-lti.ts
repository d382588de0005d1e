import type { ServerParts } from '../parts/server-parts.js';
import type { LtiParts } from './lti-parts.js';
import { createPlatformKeys } from './platforms/platform-keys.js';
import { createPlatformTokens } from './platforms/platform-tokens.js';
import { createToolKeys } from './platforms/tool-keys.js';

/** LTI as the settings want it; undefined when they name no address for it. */
export function openLti(parts: ServerParts): LtiParts | undefined {
  const { settings, database, clock, ids } = parts;
  const { ltiUrl } = settings;
  if (ltiUrl === undefined) return undefined;
  const toolKeys = createToolKeys({ database, clock, ids });
  return {
    ...parts,
    ltiUrl,
    toolKeys,
    platformKeys: createPlatformKeys({ settings, clock }),
    platformTokens: createPlatformTokens({ settings, clock, ids, toolKeys }),
  };
}
