import { hasErrorCode } from '@enrollkit/core';
import { checkProducts, compareWithIndex, findingsToCsv, formatFeed, indexFeed } from '@enrollkit/feed';
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';
import { nl } from '@enrollkit/feed/terms/nl.js';

/** What anybody can have done with a feed, and how it is done. */
type Work = (feed: string) => Promise<unknown>;

const options = { today: '2027-01-01', site: 'x' } as const;

export const works = {
  checking: orRefused((text) => drain(findingsToCsv(checkProducts(text, options), nl))),
  writing: orRefused((text) => drain(formatFeed(text))),
  comparing: orRefused(async (text) => compareWithIndex(text, await indexFeed(text))),
  sanitizing: async (text) => sanitizeDescription(text),
} satisfies Record<string, Work>;

export type WorkName = keyof typeof works;

/** A feed may be refused as a whole, and nothing else may go wrong. */
function orRefused(work: Work): Work {
  return (text) =>
    work(text).catch((error: unknown) => {
      if (!hasErrorCode(error, 'invalid')) throw error;
    });
}

async function drain(pieces: AsyncIterable<unknown>): Promise<void> {
  for await (const _piece of pieces);
}
