import { readFileSync } from 'node:fs';
import { hasErrorCode } from '@enrollkit/core';
import { describeFinding, type FeedFinding } from '@enrollkit/feed';
import { en } from '@enrollkit/feed/terms/en.js';
import { nl } from '@enrollkit/feed/terms/nl.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAll } from './support.js';

const feed = readFileSync(new URL('./golden/oddities.xml', import.meta.url), 'utf8');

/** Words that mean something somewhere in a feed, put where they don't belong. */
const WORDS = [
  '',
  '-1',
  '0',
  '1,5',
  '99999999999999999999',
  '2027-02-30',
  '2026-03-02',
  'true',
  'yes',
  'exempt',
  'group',
  'in-company',
  'monthly',
  'other',
  '<![CDATA[<a href="x">]]>',
  '<Product>',
  '</Products>',
  '&amp;amp;',
  'http://[::1',
  'a@b.nl',
  '__proto__',
  '\u{1d11e}',
];

/** Replaces the content of some elements, or cuts pieces out. */
const damage = fc.array(
  fc.record({ at: fc.nat(feed.length), length: fc.nat(40), word: fc.constantFrom(...WORDS), isContent: fc.boolean() }),
  { minLength: 1, maxLength: 6 },
);

function damaged(changes: readonly { at: number; length: number; word: string; isContent: boolean }[]): string {
  return changes.reduce((text, { at, length, word, isContent }) => {
    const from = isContent ? text.indexOf('>', at) + 1 : at;
    const to = isContent ? text.indexOf('<', from) : at + length;
    return to < from ? text : text.slice(0, from) + word + text.slice(to);
  }, feed);
}

async function findingsIn(text: string): Promise<readonly FeedFinding[]> {
  try {
    const { entries } = await checkAll(text);
    return entries.flatMap(({ issues }) => issues);
  } catch (error) {
    // The whole could not be read: that has one finding.
    if (!hasErrorCode(error, 'invalid')) throw error;
    return error.issues as readonly FeedFinding[];
  }
}

describe('a damaged feed', () => {
  it('is told about at places that exist, in sentences without gaps', async () => {
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const text = damaged(changes);
        const lines = text.split(/\r\n?|\n/);
        for (const finding of await findingsIn(text)) {
          expect(finding.line).toBeLessThanOrEqual(lines.length);
          expect(finding.column).toBeLessThanOrEqual((lines[finding.line - 1]?.length ?? 0) + 1);
          expect(Math.min(finding.line, finding.column)).toBeGreaterThanOrEqual(1);
          for (const terms of [nl, en]) {
            expect(describeFinding(finding, terms)).not.toMatch(/undefined|NaN|null|\[object|Invalid Date/);
          }
        }
      }),
      { seed: 20260901, numRuns: 400 },
    );
  });
});
