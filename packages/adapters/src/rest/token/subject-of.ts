/**
 * Whose token it is, when it is a JSON Web Token that says so. Only to keep one person's writes from being sent as
 * another's: whether the token is true is for the server to know.
 */
export function subjectOf(token: string | undefined): string | undefined {
  const payload = token?.split('.')[1];
  if (payload === undefined) return undefined;
  try {
    const bytes = Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const { iss, sub } = JSON.parse(new TextDecoder().decode(bytes)) as {
      readonly iss?: unknown;
      readonly sub?: unknown;
    };
    return typeof sub === 'string' ? JSON.stringify([typeof iss === 'string' ? iss : '', sub]) : undefined;
  } catch {
    // An opaque token, or one of another kind.
    return undefined;
  }
}
