const CODE = 'ERR_USAGE';

/** The command line isn't understood: one sentence, in the language of `--help`. */
export function usageError(message: string): Error {
  return Object.assign(new Error(message), { code: CODE });
}

/** Ours, or one of Node's parser of arguments. */
export function isUsageError(error: unknown): error is Error {
  const { code } = (error ?? {}) as { readonly code?: unknown };
  return code === CODE || (typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS_'));
}
