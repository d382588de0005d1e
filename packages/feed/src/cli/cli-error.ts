import type { Texts } from './texts/texts.js';

/** What a person must know and do when something can't be read, reached or understood. */
export class CliError extends Error {
  override readonly name = 'CliError';
  readonly describe: (texts: Texts) => string;

  constructor(describe: (texts: Texts) => string, cause?: unknown) {
    super('The command could not be carried out', { cause });
    this.describe = describe;
  }
}

/** The system's own code of an error: `ENOENT`. Those of `fetch` are a cause deeper. */
export function systemCode(error: unknown): string | undefined {
  const { code, cause } = (error ?? {}) as { readonly code?: unknown; readonly cause?: unknown };
  if (typeof code === 'string') return code;
  return cause === undefined ? undefined : systemCode(cause);
}
