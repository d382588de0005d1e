import { EnrollkitError, type ErrorCode } from '@enrollkit/core';
import type { Modes } from '../toolbars.js';

type Answers = Readonly<Record<string, unknown>>;

/** An element of the kit, as far as what it shows comes from outside. */
interface Shown extends HTMLElement {
  backend?: Answers | undefined;
  /** Of `<feed-check>`: it reads feeds in the page, and is as slow or as broken as a host. */
  checker?: Answers | undefined;
  [record: string]: unknown;
}

const SLOW_MS = 3000;
const EMPTY: Answers = {};

/** Records that a page can hand in, and how the element asks for them when it doesn't. */
const HANDED_IN = [
  { record: 'product', id: 'productId', method: 'getProduct' },
  { record: 'enrollment', id: 'enrollmentId', method: 'getEnrollment' },
] as const;

/** What the story itself gave: taken back when the toolbar does. */
const originals = new WeakMap<Shown, Answers>();
const own = new WeakMap<object, Answers>();

/** Has an element's host answer as the toolbar says: slowly, not at all, with long names. */
export function answerAs(element: HTMLElement, { backend: speed, texts }: Modes): void {
  const shown = element as Shown;
  takeBack(shown);
  if (speed === 'normal' && texts === 'normal') return;
  const given: Record<string, unknown> = { backend: shown.backend };
  let host: Answers = shown.backend ?? EMPTY;
  for (const { record, id, method } of HANDED_IN) {
    const value = shown[record];
    if (value === undefined || !(id in shown)) continue;
    given[record] = value;
    if (speed === 'normal') shown[record] = lengthened(value);
    else {
      given[id] = shown[id];
      host = { ...host, [method]: async () => value };
      Object.assign(shown, { [record]: undefined, [id]: 'story' });
    }
  }
  originals.set(shown, given);
  if (host !== EMPTY) shown.backend = wrapped(host, speed, texts);
  if (!shown.checker || speed === 'normal') return;
  given.checker = shown.checker;
  shown.checker = wrapped(shown.checker, speed, 'normal', 'internal');
}

function takeBack(shown: Shown): void {
  const given = originals.get(shown);
  if (!given) return;
  originals.delete(shown);
  // A story that has rendered again gives another backend by itself.
  const { backend, checker, ...records } = given;
  if (shown.backend && own.has(shown.backend)) shown.backend = backend as Answers | undefined;
  if (shown.checker && own.has(shown.checker)) shown.checker = checker as Answers | undefined;
  Object.assign(shown, records);
}

function wrapped(host: Answers, speed: string, texts: string, failure: ErrorCode = 'unavailable'): Answers {
  const proxy = new Proxy(host, {
    get(target, key: string) {
      const method = target[key];
      if (typeof method !== 'function' || key === 'clock' || key === 'subscribe') return method;
      return async (...args: unknown[]): Promise<unknown> => {
        if (speed === 'slow') await new Promise((resolve) => setTimeout(resolve, SLOW_MS));
        if (speed === 'failing') throw new EnrollkitError(failure, 'The toolbar has this host fail.');
        const answer: unknown = await method.apply(target, args);
        return texts === 'long' ? lengthened(answer) : answer;
      };
    },
  });
  own.set(proxy, host);
  return proxy;
}

const PROSE = new Set(['name', 'place', 'note', 'typeOther', 'priceInfo', 'runtime', 'completion']);
const TAIL = ' van het Samenwerkingsverband Arbeidsongeschiktheidsverzekeringsmaatschappijen Noord-Brabant';
const MORE_FIRST_NAMES = ' Wilhelmina Konstantinopolitana Wolfeschlegelsteinhausenbergerdorff';
const ENDING = /\.[a-z0-9]{2,5}$/i;

/** The same records, with names as long as the longest that providers have. What they are found by stays: files match people, and a PDF is one by its ending. */
function lengthened(value: unknown, key = '', isPerson = false): unknown {
  if (typeof value === 'string') {
    if (!PROSE.has(key) || value === '') return value;
    // Somebody has more first names; the first and the surname are those by which others call them.
    if (isPerson) return value.replace(/(?= |$)/, MORE_FIRST_NAMES);
    const [ending = ''] = ENDING.exec(value) ?? [];
    return value.slice(0, value.length - ending.length) + TAIL + ending;
  }
  if (Array.isArray(value)) return value.map((item) => lengthened(item, key));
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const isSomebody = 'name' in value && 'email' in value;
  return Object.fromEntries(Object.entries(value).map(([name, held]) => [name, lengthened(held, name, isSomebody)]));
}
