/**
 * How many characters a text may have that people or systems write, by what it is: one table for every backend, the API's
 * documentation and forms. What is stored already and is longer stays readable.
 */
export const TEXT_LIMITS = {
  /** What a record is found by: longer ones fit in no index of a database. */
  key: 500,
  /** Whatever fits on a line: names, places, file names, telephone numbers. */
  line: 255,
  /** An address on the web. */
  link: 2000,
  /** Descriptions and instructions, HTML or not. */
  long: 20_000,
} as const;

/** Entries in a list of a record, and a product's starting dates. */
export const LIST_LIMITS = { entries: 500, startingDates: 2000 } as const;
