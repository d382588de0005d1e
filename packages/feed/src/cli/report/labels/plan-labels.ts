import type { Product, ProductField } from '@enrollkit/core';

/** What is in such a field, at any depth, without the names that are only for machines. */
type Part<Type> = Type extends readonly (infer Item)[]
  ? Part<Item>
  : Type extends object
    ? { [Name in keyof Type & string]-?: Name | Part<NonNullable<Type[Name]>> }[keyof Type & string]
    : never;
export type PartOfField = Exclude<Part<NonNullable<Product[ProductField]>>, 'id'>;

/** What people call what is in a plan, in one language. */
export interface PlanLabels {
  /** The fields of a product. */
  readonly fields: Readonly<Record<ProductField, string>>;
  /** What is in such a field. */
  readonly parts: Readonly<Record<PartOfField, string>>;
  readonly answers: readonly [no: string, yes: string];
  readonly quoted: (text: string) => string;
}
