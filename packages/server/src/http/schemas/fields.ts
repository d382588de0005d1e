import { z } from '@hono/zod-openapi';
import { TEXT_LIMITS } from '@enrollkit/core';
import type { SnakeKeys } from '@enrollkit/core/wire';

// Bricks of the wire schemas. Whether a day exists or an address can be one, core says: here is only the shape.

/** The name of a record. */
export const id = z.string().openapi({ maxLength: TEXT_LIMITS.key, example: 'b-1001' });
/** A day on the calendar, `yyyy-mm-dd`. */
export const day = z.string().openapi({ format: 'date', example: '2026-09-12' });
/** A moment, ISO 8601 with an offset. */
export const moment = z.string().openapi({ format: 'date-time', example: '2026-08-20T10:00:00.000Z' });
export const email = z.string().openapi({ format: 'email', example: 'jan@example.nl' });
/** What fits on a line. */
export const text = z.string().openapi({ maxLength: TEXT_LIMITS.line });
/** Descriptions and instructions. */
export const longText = z.string().openapi({ maxLength: TEXT_LIMITS.long });
/** An address on the web. */
export const link = z.string().openapi({ maxLength: TEXT_LIMITS.link });
export const flag = z.boolean();
/** Whole euro cents, or how many. */
export const count = z.number().int().openapi({ minimum: 0 });
export const version = z
  .number()
  .int()
  .openapi({
    minimum: 0,
    example: 1,
    description:
      'Goes up with every change. Send it as `If-Match: "<version>"` to have your change refused if somebody else ' +
      'changed the record first.',
  });

/**
 * A schema for each field of a record of core, in the spelling of the API. One that is forgotten, which would refuse the
 * field, doesn't compile.
 */
export type WireFields<Type> = FieldsOf<SnakeKeys<Type>>;

type FieldsOf<Wire> = { readonly [Name in keyof Wire]-?: z.ZodType<Parsed<Wire[Name]> | Absent<Wire, Name>> };
/** As zod parses it: what may be absent may be `undefined` too. */
type Parsed<Wire> = Wire extends readonly (infer Item)[]
  ? readonly Parsed<Item>[]
  : Wire extends object
    ? { readonly [Name in keyof Wire]: Parsed<Wire[Name]> | Absent<Wire, Name> }
    : Wire;
type Absent<Wire, Name extends keyof Wire> = object extends Pick<Wire, Name> ? undefined : never;

type PageSchema<Item extends z.ZodType> = z.ZodObject<{
  items: z.ZodArray<Item>;
  total: z.ZodNumber;
  has_more: z.ZodOptional<z.ZodLiteral<true>>;
  size: z.ZodNumber;
  offset: z.ZodNumber;
}>;

/** Records, one after the other, of those that match. */
export function pageOf<Item extends z.ZodType>(item: Item, name: string): PageSchema<Item> {
  return z
    .object({
      items: z.array(item),
      total: count.openapi({
        description: 'Number of matches on all pages together, as far as they were counted: see `has_more`.',
      }),
      has_more: z
        .literal(true)
        .optional()
        .openapi({
          description:
            'Present if there are more matches than `total`. Up to 100,000 are counted; of several providers together, of the ' +
            'audit trail and of deliveries 10,000. Whoever reads page after page has counted further: on each of them `total` ' +
            'lies beyond the page as long as there is a next one.',
          example: undefined,
        }),
      size: count.openapi({
        description:
          'Number of items that were asked for. There are fewer on the last page; and more where a page of several providers’ ' +
          'records ends with an id that more of them have: it has all of these.',
      }),
      offset: count.openapi({ description: 'Number of items before this page.' }),
    })
    .openapi(name);
}
