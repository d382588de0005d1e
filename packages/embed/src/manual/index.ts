/**
 * Everything for one script tag: the elements, `<enrollkit-backend type="indexeddb">`, which needs no server, and
 * `<enrollkit-backend type="rest">`, which talks to one.
 * In the IIFE build the exports are the members of the global `Enrollkit`.
 */
import { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
import { defineBackendType } from '@enrollkit/elements';

defineBackendType('indexeddb', ({ database, timeZone }) =>
  openIndexedDbBackend({ ...(database !== undefined && { database }), ...(timeZone !== undefined && { timeZone }) }),
);

export * from './rest.js';
export { openIndexedDbBackend };
