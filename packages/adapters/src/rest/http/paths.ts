import { EnrollkitError, errorIssue } from '@enrollkit/core';
import { camelCase, snakeCase } from '@enrollkit/core/wire';

/** An id as one step of a path. No record has an id that a server would take for another path. */
export function idStep(kind: string, id: unknown): string {
  expectId(kind, id);
  return encodeURIComponent(id);
}

export function expectId(kind: string, id: unknown): asserts id is string {
  if (typeof id === 'string' && id !== '' && id !== '.' && id !== '..') return;
  throw new EnrollkitError('not-found', `No ${kind} ${String(id)}`);
}

/**
 * An address that ends in `.json` or `.xml` names a representation. Where an id ends so, the right one is named behind it; some
 * browsers undo every other way of writing a point.
 */
export function withRepresentation(path: string, representation: 'json' | 'xml'): string {
  return path.replace(/\.(?:json|xml)(?=$|\?)/, (end) => `${end}.${representation}`);
}

/** Ids that stand in one parameter with commas between them. */
export function idsInQuery(ids: readonly string[]): readonly string[] {
  return ids.map((id) => id.replaceAll(/[,%]/g, encodeURIComponent));
}

/** A path with what is asked for, in the API's names. What isn't said is left out; several values are told apart by commas. */
export function withQuery(path: string, query: object): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query) as [string, string | number | readonly string[] | undefined][]) {
    if (value !== undefined) search.set(snakeCase(name), [value].flat().join(','));
  }
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

/** What a server, and the proxies before it, take as an address: nginx has 8 kB for it with all that stands on its line. */
const MOST_ADDRESS_CHARS = 8000;

/**
 * Refuses an address that no server reads, before it leaves: the answer to it would be a cut connection, which says nothing. It
 * is the longest part that is too long: an id that no record has, or a field that is asked for.
 */
export function expectShort(url: string): void {
  if (url.length <= MOST_ADDRESS_CHARS) return;
  const [steps = '', search = ''] = url.split('?');
  const fields = [...new URLSearchParams(search)].map(([name, value]) => ({
    name,
    length: encodeURIComponent(value).length,
  }));
  const [longest] = fields.toSorted((a, b) => b.length - a.length);
  if (!longest || steps.length > longest.length) throw new EnrollkitError('not-found', 'No record has so long an id');
  const max = Math.max(0, MOST_ADDRESS_CHARS - (url.length - longest.length));
  throw new EnrollkitError('invalid', `The address is too long: ${longest.name} has ${longest.length} characters`, {
    issues: [errorIssue('value-too-long', camelCase(longest.name), { max })],
  });
}
