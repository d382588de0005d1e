import { badRequest, refused } from '../problem.js';

/**
 * Far more than any record or bundle has. A body of nothing but `[],` would become twenty times its size in memory, and
 * looking for a fault in it would keep everybody else waiting.
 */
const MAX_PARTS = 250_000;

/** A product is six levels deep. */
const MAX_DEPTH = 32;

const TOKEN =
  /[ \t\r\n]*(?:([{}[\],:])|("[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null))/y;

/** Reads JSON; what isn't JSON is refused with the place where it stops being so. */
export function parseJson(text: string): unknown {
  // A part takes a character at least: a text with fewer of them need not be gone through.
  if (text.length > MAX_PARTS && countParts(text) > MAX_PARTS)
    throw refused('too-large', 'json-too-many-parts', '', { max: MAX_PARTS });
  const value = parse(text);
  // Only an escape can bring in what UTF-8 itself doesn't hold.
  const path = text.includes('\\u') ? pathOfUnstorable(value) : undefined;
  if (path !== undefined) throw badRequest('not-storable', path);
  if (isTooDeep(value)) throw badRequest('json-too-deep', '', { max: MAX_DEPTH });
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Engines say the place in a message, each in its own words, and quote what was sent.
    throw badRequest('json-malformed', '', placeOf(text));
  }
}

/** No database keeps a null character, and half a character would silently become another one. */
const UNSTORABLE = /[\0\p{Surrogate}]/u;

/** Level by level, because what follows may go through a record by recursion, and this must not. */
function isTooDeep(root: unknown): boolean {
  let level: readonly unknown[] = [root];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MAX_DEPTH) return true;
    level = level.flatMap((value): readonly unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/** Where such a text is. Without recursion: JSON may be as deep as it is long. */
function pathOfUnstorable(root: unknown): string | undefined {
  const open: { readonly value: unknown; readonly path: string }[] = [{ value: root, path: '' }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, path } = next;
    if (typeof value === 'string' && UNSTORABLE.test(value)) return path;
    if (typeof value !== 'object' || value === null) continue;
    for (const [name, part] of Object.entries(value)) {
      if (UNSTORABLE.test(name)) return path;
      if (typeof part === 'string' || typeof part === 'object')
        open.push({ value: part, path: join(path, name, value) });
    }
  }
  return undefined;
}

function join(path: string, name: string, parent: object): string {
  if (Array.isArray(parent)) return `${path}[${name}]`;
  return path === '' ? name : `${path}.${name}`;
}

/** How many lists, objects and further values there are at most: in texts the same characters count too. */
function countParts(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === BRACKET || code === BRACE) count += 1;
  }
  return count;
}

const [COMMA, BRACKET, BRACE] = [0x2c, 0x5b, 0x7b];

function placeOf(text: string): { readonly line: number; readonly column: number } | Record<string, never> {
  try {
    const before = text.slice(0, faultAt(text));
    const lineStart = before.lastIndexOf('\n') + 1;
    return { line: before.split('\n').length, column: before.length - lineStart + 1 };
  } catch {
    // A text too long for a regular expression: no place then.
    return {};
  }
}

/** What may come next: a value, the end of a list, a name, the colon after it, or what follows a value. */
type Expected = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'next';

/** Position of the first character that no JSON text could have there. */
function faultAt(text: string): number {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    TOKEN.lastIndex = at;
    const [all, mark, literal] = TOKEN.exec(text) ?? [];
    const start = at + (/^[ \t\r\n]*/.exec(text.slice(at, at + 10_000))?.[0].length ?? 0);
    if (all === undefined) return start;
    const after = step(expected, mark ?? (literal?.startsWith('"') ? 'string' : 'literal'), open);
    if (!after) return start;
    expected = after;
    at += all.length;
  }
}

function step(expected: Expected, token: string, open: string[]): Expected | undefined {
  const isValue = expected === 'value' || expected === 'value-or-end';
  const isName = expected === 'name' || expected === 'name-or-end';
  if (token === '{' || token === '[') {
    if (!isValue) return undefined;
    open.push(token);
    return token === '{' ? 'name-or-end' : 'value-or-end';
  }
  if (token === '}' || token === ']') {
    const opener = token === '}' ? '{' : '[';
    const mayEnd = expected === 'next' || expected === (token === '}' ? 'name-or-end' : 'value-or-end');
    return mayEnd && open.at(-1) === opener && open.pop() ? 'next' : undefined;
  }
  if (token === ',')
    return expected !== 'next' || open.length === 0 ? undefined : open.at(-1) === '{' ? 'name' : 'value';
  if (token === ':') return expected === 'colon' ? 'value' : undefined;
  if (isName) return token === 'string' ? 'colon' : undefined;
  return isValue ? 'next' : undefined;
}
