import type { FeedIssue } from '../findings/feed-issue.js';
import type { Report, ValueReader } from './value-reader.js';

/**
 * What the schema wants: `required` is there with a value; `present` is there, and may be empty; `optional` may be left
 * out, and empty is a tolerance.
 */
export type Presence = 'required' | 'present' | 'optional';

/** What has been read so far of one record. Typed where rules are made, by {@link rulesFor}. */
export type Draft = Record<string, unknown>;

/** Whether one of the issues about a record is none, all in all. */
export type Excuses<RecordDraft = Draft> = (draft: RecordDraft, issue: FeedIssue, all: readonly FeedIssue[]) => boolean;

/**
 * One element of the feed: what it is called, where its value goes and how it is read. `Filled` are the properties of the
 * draft around it that it and its children fill.
 */
export interface ElementRule<Filled extends string = string> {
  /** In the schema's spelling. */
  readonly element: string;
  /** `value`: text. `record`: an object made of its children. `wrapper`: only groups children. */
  readonly kind: 'value' | 'record' | 'wrapper';
  readonly presence: Presence;
  /** The property of the draft around it. */
  readonly key: string;
  /** The part of an issue's path that this element adds. */
  readonly path: string;
  /** Whether `key` holds a list. */
  readonly many: boolean;
  /** Whether it may be there more than once in the element around it. A `Moment` has one `Name`, a product has many. */
  readonly repeats: boolean;
  /** Newer than the schema that the strict layer checks against. */
  readonly newer: boolean;
  /** Whether an error in it costs only this item of a list, and not the product. */
  readonly isConfined: boolean;
  readonly read?: ValueReader<unknown>;
  readonly build?: (draft: Draft, report: Report) => unknown;
  /** Whether what was found about a child turns out to be in order, once all of the record is known. */
  readonly excuses?: Excuses;
  readonly children: readonly ElementRule[];
  /** For the compiler only, never there: see {@link Complete}. */
  readonly fills?: Filled;
}

/**
 * Rules that fill every property of a draft. With one property that no rule fills they don't compile: what the feed says
 * would be lost, and nobody would know.
 */
type Complete<RecordDraft, Filled extends string> = readonly ElementRule<Filled>[] &
  ([Exclude<keyof RecordDraft & string, Filled>] extends [never]
    ? unknown
    : { readonly noRuleFills: Exclude<keyof RecordDraft & string, Filled> });

interface ValueOptions {
  readonly many?: boolean;
  readonly repeats?: boolean;
  readonly newer?: boolean;
  readonly path?: string;
}

type Item<List> = List extends readonly (infer Value)[] ? Value : never;
type Value<Type> = NonNullable<Type> extends readonly unknown[] ? Item<NonNullable<Type>> : NonNullable<Type>;

/** Makes the rules for the children of one record. */
export interface RuleMaker<RecordDraft extends object> {
  value<K extends keyof RecordDraft & string>(
    element: string,
    presence: Presence,
    key: K,
    read: ValueReader<Value<RecordDraft[K]>>,
    options?: ValueOptions,
  ): ElementRule<K>;
  record<K extends keyof RecordDraft & string, Inner extends object, Filled extends string>(
    element: string,
    presence: Presence,
    key: K,
    build: (draft: Inner, report: Report) => Value<RecordDraft[K]> | undefined,
    children: Complete<Inner, Filled>,
    options?: { readonly many?: boolean; readonly isConfined?: boolean },
  ): ElementRule<K>;
  wrapper<Filled extends string>(
    element: string,
    presence: Presence,
    children: readonly ElementRule<Filled>[],
    options?: { readonly many?: boolean },
  ): ElementRule<Filled>;
}

/** Makes the rule for the items of a feed: what its root holds one of after the other. */
export function itemRule<Inner extends object, Filled extends string>(
  element: string,
  build: (draft: Inner, report: Report) => unknown,
  children: Complete<Inner, Filled>,
  excuses: Excuses<Inner> = () => false,
): ElementRule {
  const rules = rulesFor<{ items: readonly unknown[] }>();
  const rule = rules.record(element, 'optional', 'items', build, children);
  return { ...rule, key: '', path: '', excuses: excuses as Excuses };
}

/** Makes rules whose readers fit the properties they fill: a wrong key or reader is a compile error. */
export function rulesFor<RecordDraft extends object>(): RuleMaker<RecordDraft> {
  return {
    value: (element, presence, key, read, { many = false, repeats = many, newer = false, path = key } = {}) => ({
      element,
      kind: 'value',
      presence,
      key,
      path,
      many,
      repeats,
      newer,
      isConfined: false,
      read,
      children: [],
    }),
    record: (element, presence, key, build, children, { many = true, isConfined = false } = {}) => ({
      element,
      kind: 'record',
      presence,
      key,
      path: key,
      many,
      repeats: many,
      newer: false,
      isConfined,
      // The one place where a draft's type is taken on trust: `children` were made by `rulesFor<Inner>`.
      build: build as (draft: Draft, report: Report) => unknown,
      children,
    }),
    wrapper: (element, presence, children, { many = false } = {}) => ({
      element,
      kind: 'wrapper',
      presence,
      key: '',
      path: '',
      many,
      repeats: many,
      newer: false,
      isConfined: false,
      children,
    }),
  };
}
