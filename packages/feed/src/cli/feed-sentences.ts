import type { Issue } from '@enrollkit/core';
import type { FeedFinding } from '../findings/feed-finding.js';
import { describeFinding, findingTitle } from '../terms/describe-finding.js';
import { en } from '../terms/en.js';
import type { FeedTerms } from '../terms/feed-terms.js';
import { nl } from '../terms/nl.js';
import { LANGUAGES, type Language } from './texts/choose-language.js';

/** The feed's own words, by language. */
export const FEED_TERMS = { nl, en } as const satisfies Record<Language, FeedTerms>;

/** What is wrong and what to do. Of a backend's own issue only where it is. */
export function sentenceOf(issue: Pick<Issue, 'code' | 'params' | 'path'>, language: Language): string {
  return isFeedFinding(issue)
    ? describeFinding(issue, FEED_TERMS[language])
    : LANGUAGES[language].otherFinding({ path: issue.path });
}

/** What findings of this kind are called. */
export function titleOf(issue: Pick<Issue, 'code' | 'params' | 'path'>, language: Language): string {
  return isFeedFinding(issue) ? findingTitle(issue, FEED_TERMS[language]) : issue.code;
}

function isFeedFinding<Found extends Pick<Issue, 'code'>>(issue: Found): issue is Found & Pick<FeedFinding, 'code'> {
  return issue.code in nl.findings;
}
