import { hasErrorCode, type ErrorCode, type EnrollkitError } from '@enrollkit/core';

// The contract runs under several test runners: these are all the assertions it needs.

/** Same data, whatever the order of properties. */
export function expectEqual(actual: unknown, expected: unknown, what = 'value'): void {
  const [found, wanted] = [text(actual), text(expected)];
  if (found !== wanted) throw new Error(`${what}: expected ${wanted}, found ${found}`);
}

export function expectTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`Expected: ${what}`);
}

/** The kit's error with this code, to look at further. */
export async function expectRejection(promise: Promise<unknown>, code: ErrorCode, what = ''): Promise<EnrollkitError> {
  const outcome = await promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  if (!('error' in outcome))
    throw new Error(`Expected a rejection with ${code}${what && ` of ${what}`}, got ${text(outcome.value)}`);
  if (hasErrorCode(outcome.error, code)) return outcome.error;
  throw new Error(`Expected a rejection with ${code}${what && ` of ${what}`}, got ${String(outcome.error)}`, {
    cause: outcome.error,
  });
}

export function issueCodes(error: EnrollkitError): string[] {
  return error.issues.map(({ code, path }) => `${path}: ${code}`);
}

function text(value: unknown): string {
  const sorted = (_key: string, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part;
  return value === undefined ? 'undefined' : JSON.stringify(value, sorted);
}
