/** The same as `manual/elements.ts`, which says what is in it, with the tags registered at once. */
import { defineElements } from './manual/elements.js';

defineElements();

export * from './manual/elements.js';
