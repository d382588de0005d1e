/**
 * What becomes of a write that the backend has kept until there is a connection; `undefined` for any other error. Looks at
 * `code`, so errors of another copy of the kit count too.
 */
export function keptWrite(error: unknown): Promise<unknown> | undefined {
  const { code, sent } = (error ?? {}) as { readonly code?: unknown; readonly sent?: unknown };
  return code === 'queued' && sent instanceof Promise ? sent : undefined;
}

/** The answer of a write, also when the backend keeps it first; `onKept` is told so. */
export async function untilStored<Answer>(write: Promise<Answer>, onKept: () => void): Promise<Answer> {
  try {
    return await write;
  } catch (error) {
    const sent = keptWrite(error);
    if (!sent) throw error;
    onKept();
    return sent as Promise<Answer>;
  }
}
