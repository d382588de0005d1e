import type { Issue, Locale } from '@enrollkit/core';
import type { FeedFinding } from '../findings/feed-finding.js';
import { describeFinding, findingTitle } from '../terms/describe-finding.js';
import { FEED_TERMS } from '../terms/feed-languages.js';
import { LANGUAGES } from './texts/choose-language.js';

/** What is wrong and what to do. Of a backend's own issue only where it is. */
export function sentenceOf(issue: Pick<Issue, 'code' | 'params' | 'path'>, language: Locale): string {
  return isFeedFinding(issue)
    ? describeFinding(issue, FEED_TERMS[language])
    : LANGUAGES[language].otherFinding({ path: issue.path });
}

/** What findings of this kind are called. */
export function titleOf(issue: Pick<Issue, 'code' | 'params' | 'path'>, language: Locale): string {
  return isFeedFinding(issue) ? findingTitle(issue, FEED_TERMS[language]) : issue.code;
}

function isFeedFinding<Found extends Pick<Issue, 'code'>>(issue: Found): issue is Found & Pick<FeedFinding, 'code'> {
  return issue.code in FEED_TERMS.nl.findings;
}
