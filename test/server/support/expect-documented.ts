import { AssertionError } from 'node:assert';
import { ERROR_CODES } from '@enrollkit/core';
import type { Problem } from '@enrollkit/core/wire';

interface Answers {
  readonly responses: Readonly<
    Record<
      string,
      { readonly content?: Readonly<Record<string, { readonly examples?: Readonly<Record<string, unknown>> }>> }
    >
  >;
}

/** As much of the documentation as says what is answered. */
export interface Documented {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Answers>>>>;
}

/** What anybody may be answered anywhere, before or while an operation is looked for. */
const ANYWHERE: readonly Problem['code'][] = ['unavailable', 'timeout'];

/**
 * Makes sure that the documentation says of an operation that it answers so: whatever a test asks for is then a test of the
 * documentation as well. What isn't documented at all is somebody else's to say (`test/security/server`).
 */
export async function expectDocumented(
  { paths }: Documented,
  { method, path, response }: { readonly method: string; readonly path: string; readonly response: Response },
): Promise<void> {
  const [address = ''] = path.split('?');
  const known = Object.keys(paths).filter((pattern) => meets(pattern, address));
  // `/imports/products` before `/imports/{id}`.
  const [pattern] = known.sort((a, b) => a.split('{').length - b.split('{').length);
  const answers = pattern === undefined ? undefined : paths[pattern]?.[method.toLowerCase()];
  if (!answers) return;
  const documented = answers.responses[String(response.status)];
  const what = `${method} ${pattern} answered ${response.status}`;
  if (!response.headers.get('Content-Type')?.startsWith('application/problem+json')) {
    if (!documented) throw new AssertionError({ message: `${what}, which its documentation doesn’t say` });
    return;
  }
  const { code } = (await response.clone().json()) as Problem;
  // How the request itself is made has a status of its own.
  if (code === 'invalid' && response.status !== ERROR_CODES.invalid.httpStatus && documented) return;
  const codes = Object.keys(documented?.content?.['application/problem+json']?.examples ?? {});
  if (!codes.includes(code) && !ANYWHERE.includes(code))
    throw new AssertionError({ message: `${what} with ${code}, which its documentation doesn’t say` });
}

function meets(pattern: string, address: string): boolean {
  const steps = pattern.replaceAll('.', '\\.').replaceAll(/\{\w+\}/g, '[^/]+');
  return new RegExp(`^${steps}$`).test(address);
}
