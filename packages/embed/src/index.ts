/** The same as `manual/index.ts`, which says what is in it, with the tags registered at once. */
import { defineElements } from './manual/index.js';

defineElements();

export * from './manual/index.js';
