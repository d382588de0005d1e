/** The same as `manual/groups.ts`, which says what is in it, with the tags registered at once. */
import { defineElements } from './manual/groups.js';

defineElements();

export * from './manual/groups.js';
