import { flag, url, type Variable } from './settings-schemas.js';

/** What learning platforms need. */
export const LTI_VARIABLES = {
  ENROLLKIT_LTI_URL: {
    meaning:
      'Address of this API as browsers reach it, for learning platforms that open it by LTI; if not set, LTI is off',
    expects: 'an http or https address without a slash at the end',
    schema: url.refine((word) => !word.endsWith('/')),
  },
  ENROLLKIT_PRIVATE_PLATFORMS: {
    meaning: 'Whether learning platforms may be on private networks, and be asked over http',
    expects: 'yes or no',
    fallback: 'no',
    schema: flag,
  },
} as const satisfies Record<string, Variable<unknown>>;
