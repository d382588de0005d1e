/** The same as `manual/rest.ts`, which says what is in it, with the tags registered at once. */
import { defineElements } from './manual/rest.js';

defineElements();

export * from './manual/rest.js';
