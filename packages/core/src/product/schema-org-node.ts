import type { PriceCalculation } from '../price/price-calculation.js';
import type { CalendarDay } from '../calendar/time.js';

/** A value of JSON-LD. */
export type SchemaValue = string | number | boolean | SchemaNode | readonly SchemaValue[];

/** A thing of schema.org. */
export interface SchemaNode {
  readonly '@type': string;
  readonly [property: string]: SchemaValue;
}

/** What a thing has. One without a value isn't told. */
export type SchemaProperties = Readonly<Record<string, SchemaValue | undefined>>;

/** A thing of schema.org that stands for itself, ready for `JSON.stringify`. */
export interface SchemaOrg extends SchemaNode {
  readonly '@context': 'https://schema.org';
}

/** Who gives a course. Google wants to know. */
export interface SchemaOrganization {
  readonly name: string;
  readonly url?: string;
}

/** What the product itself doesn't say. */
export interface SchemaOrgOptions {
  /** The standard price of the product, from `calculatePrice`. */
  readonly price: PriceCalculation;
  /** The page about the product. Default: its web address. */
  readonly url?: string | undefined;
  readonly organization?: SchemaOrganization | undefined;
  /** Leaves out starts that lie before it. */
  readonly today?: CalendarDay | undefined;
}

/** Makes a thing, without the properties that have no value. */
export function schemaNode(type: string, properties: SchemaProperties): SchemaNode {
  const node: Record<string, SchemaValue> = {};
  for (const [property, value] of Object.entries(properties)) {
    const isNothing = value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
    if (!isNothing) node[property] = value;
  }
  return { '@type': type, ...node };
}

/** An address that leads to a page. Whoever reads the data may make a link of it, and a feed may say `javascript:`. */
export function pageAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^https?:\/\//i.test(address) ? address : undefined;
}
