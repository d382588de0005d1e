import {
  _default as withDefault,
  array,
  boolean,
  int,
  pipe,
  refine,
  string,
  transform,
  type core,
  type ZodMiniArray,
  type ZodMiniDefault,
} from 'zod/mini';
import { formatInstant, parseInstant } from '../../calendar/instant.js';
import { isCalendarDay, isYearInRange, YEARS } from '../../calendar/is-calendar-day.js';
import type { Issue } from '../../issue.js';
import type { IssueCode } from '../../issue-codes.js';
import { LIST_LIMITS, TEXT_LIMITS } from '../../text-limits.js';

// Bricks of the schemas.

/** What a value must meet besides its type, and the code of the issue when it doesn't. */
export function rule<Value>(
  isMet: (value: Value) => boolean,
  code: IssueCode,
  params: Issue['params'] = {},
): core.$ZodCheck<Value> {
  return refine(isMet, { error: code, params: { ...params } });
}

const atMost = (max: number) => rule<string>((value) => value.length <= max, 'value-too-long', { max });
const filled = rule<string>((value) => value.trim() !== '', 'required');

/** What programs hand to each other, and what is looked for. What people write has a limit. */
export const anyText = string();
export const text = string().check(atMost(TEXT_LIMITS.line));
export const longText = string().check(atMost(TEXT_LIMITS.long));
export const link = string().check(atMost(TEXT_LIMITS.link));
/** Something must be written in it. */
export const filledText = string().check(filled, atMost(TEXT_LIMITS.line));
/** What a record is found by. */
export const key = string().check(filled, atMost(TEXT_LIMITS.key));
/**
 * A key that somebody gives a new record. It becomes the end of an address: there `..` is another folder, and an ending says
 * in which form the record is asked for.
 */
export const newKey = key.check(
  rule((value) => !/^\.{1,2}$|\.(?:json|xml|csv)$/i.test(value.trim()), 'id-not-allowed'),
);
export const list = <Item extends core.$ZodType>(item: Item, max: number = LIST_LIMITS.entries): ZodMiniArray<Item> =>
  array(item).check(rule((items) => items.length <= max, 'too-many', { max }));
/** One that is left out is empty. */
export const optionalList = <Item extends core.$ZodType>(
  item: Item,
  max?: number,
): ZodMiniDefault<ZodMiniArray<Item>> => withDefault(list(item, max), []);
export const flag = boolean();
export const count = int().check(rule((value) => value >= 0, 'out-of-range'));

export const calendarDay = string().check(
  rule(isCalendarDay, 'date-invalid'),
  rule((value) => !isCalendarDay(value) || isYearInRange(value), 'year-out-of-range', YEARS),
);

/** Any offset is read; stored moments all look the same, so that they sort as text. */
export const instant = pipe(
  string().check(rule((value) => parseInstant(value) !== undefined, 'instant-invalid')),
  transform((value: string) => formatInstant(parseInstant(value) ?? 0)),
);

/** Decimal digits as written: `12.5`. */
export const decimal = string().check(rule((value) => /^\d+(\.\d+)?$/.test(value), 'number-invalid'));

/**
 * Only what can't be an address is refused: whether it works, a mail server knows. Source of the length: RFC 5321, section
 * 4.5.3.1.
 */
export const emailAddress = string().check(
  rule((value) => value.length <= 320 && /^\S+@\S+$/.test(value.trim()), 'email-invalid'),
);

/** A schema for each field of a record. One that is forgotten, which would refuse the field, doesn't compile. */
export type FieldsOf<Type> = { readonly [Name in keyof Type]-?: core.$ZodType<Type[Name]> };

/** May be absent; {@link parseInput} has taken away what is there and `undefined`. */
export { exactOptional as optional } from 'zod/mini';
