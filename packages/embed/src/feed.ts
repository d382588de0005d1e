/** The same as `manual/feed.ts`, which says what is in it, with the tags registered at once. */
import { defineElements } from './manual/feed.js';

defineElements();

export * from './manual/feed.js';
