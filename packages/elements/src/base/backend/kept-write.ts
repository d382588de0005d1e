/**
 * What becomes of a write that the backend has kept until there is a connection; `undefined` for any other error. Looks at
 * `code`, so errors of another copy of the kit count too.
 */
export function keptWrite(error: unknown): Promise<unknown> | undefined {
  const { code, sent } = (error ?? {}) as { readonly code?: unknown; readonly sent?: unknown };
  return code === 'queued' && sent instanceof Promise ? sent : undefined;
}
