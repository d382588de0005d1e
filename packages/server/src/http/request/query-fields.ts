import { z } from '@hono/zod-openapi';
import { isCalendarDay, parseInstant, formatInstant, startOfDay } from '@enrollkit/core';
import { issueCode } from '../issue-codes.js';

// Query parameters are texts; a parameter that is sent twice is a list, which none of these is.

/** Rows on a page when nobody says, as core has it. */
const DEFAULT_PAGE_SIZE = 50;

/** Digits only: `1e3` and an empty text are numbers to JavaScript. */
const wholeNumber = z
  .string()
  .refine((text) => /^\d{1,9}$/.test(text), issueCode('number-invalid'))
  .transform(Number);

/** Parameters that every list and every record takes. */
const common = {
  provider_id: z.string().optional().openapi({
    description: 'Only records of this provider. For users who work with several providers.',
    example: undefined,
  }),
};

export const recordQuery = z.strictObject(common);

export const paging = {
  ...common,
  size: wholeNumber
    .refine((size) => size >= 1 && size <= 500, issueCode('out-of-range'))
    .optional()
    .openapi({ type: 'integer', minimum: 1, maximum: 500, default: DEFAULT_PAGE_SIZE, example: '50' }),
  offset: wholeNumber.optional().openapi({
    type: 'integer',
    minimum: 0,
    default: 0,
    description:
      'Number of items to pass over. For the next page add the number of items that the page had, and not `size`: a page of ' +
      'several providers’ records may have more. When others add or remove something meanwhile, items are left out or ' +
      'repeated: where a list has `after_id`, better go on with that.',
    example: '0',
  }),
};

/** Where a page goes on: after the last of the one before, in the same order. `what` is what that was. */
export function continueAfter(what: string): z.ZodOptional<z.ZodString> {
  return z
    .string()
    .optional()
    .openapi({
      description:
        `Continue after this ${what}: the last one of the page before. Unlike with \`offset\`, nothing is left out or repeated ` +
        'when others are added or removed meanwhile, and a page costs the same however many there are. `total` then only says ' +
        'whether there is a next page: it is larger than the number of items on this page if there is one.',
      example: undefined,
    });
}

/** Whose record that is. */
export const afterProvider: z.ZodOptional<z.ZodString> = z.string().optional().openapi({
  description:
    'The provider whose record `after_id` names, for users who work with several providers: two of them may have used the same id.',
  example: undefined,
});

/** Several ids in one parameter. */
export function idList(
  what: string,
  example: string,
): z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string[], string>>> {
  return z
    .string()
    .transform(idsOf)
    .optional()
    .openapi({
      type: 'string',
      description: `Only ${what} with these ids, separated by commas, at most 500. Within an id, write a comma as %2C and a percent sign as %25.`,
      example,
    });
}

function idsOf(text: string): string[] {
  const plain = (id: string) => id.replaceAll(/%2c|%25/gi, decodeURIComponent);
  return text === '' ? [] : text.split(',').map(plain);
}

/** An email address to look for. A plus sign that was sent as it is arrives as a space, and would find nobody. */
export function emailFilter(description: string): z.ZodOptional<z.ZodString> {
  return z
    .string()
    .refine((text) => !/\S\s+\S/.test(text), issueCode('email-has-space'))
    .optional()
    .openapi({ description: `${description} Write a plus sign as %2B.`, example: 'jan@example.nl' });
}

/** A moment, or a calendar day: the moment at which that day begins in the provider's time zone. `what` is a sentence. */
export function momentOrDay(
  timeZone: string,
  what: string,
): z.ZodOptional<z.ZodPipe<z.ZodString, z.ZodTransform<string, string>>> {
  return z
    .string()
    .refine((text) => isCalendarDay(text) || parseInstant(text) !== undefined, issueCode('moment-or-day-invalid'))
    .transform((text) => (isCalendarDay(text) ? startOfDay(text, timeZone) : formatInstant(parseInstant(text) ?? 0)))
    .optional()
    .openapi({
      type: 'string',
      description: `${what} A date (yyyy-mm-dd: midnight in ${timeZone}), or a date and time with a UTC offset.`,
      example: '2026-01-01',
    });
}

/** The part of a page's answer that is about paging. */
export function pagingOf(query: { readonly size?: number | undefined; readonly offset?: number | undefined }): {
  readonly size: number;
  readonly offset: number;
} {
  return { size: query.size ?? DEFAULT_PAGE_SIZE, offset: query.offset ?? 0 };
}

/** Without the parameters that weren't sent. */
export function sentOnly<Query extends object>(query: Query): { [Key in keyof Query]: Exclude<Query[Key], undefined> } {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof Query]: Exclude<Query[Key], undefined> };
}
