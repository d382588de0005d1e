/** What is compared at once: so many entries of a feed, and of long ones about so many characters. */
export const FEED_BATCH = { size: 100, weight: 1_000_000 } as const;
