import type { Clock, Instant } from '@enrollkit/core';

/** The moment at which every story plays: a story shows the same today and next year. */
export const STORY_NOW: Instant = '2026-09-01T08:00:00.000Z';

export const storyClock: Clock = () => STORY_NOW;
