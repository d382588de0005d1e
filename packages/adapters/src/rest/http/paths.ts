import { EnrollkitError } from '@enrollkit/core';
import { snakeCase } from '@enrollkit/core/wire';

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
