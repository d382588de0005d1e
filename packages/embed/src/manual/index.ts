/**
 * Everything for one script tag: the elements, `<enrollkit-backend type="indexeddb">`, which needs no server, and
 * `<enrollkit-backend type="rest">`, which talks to one.
 * In the IIFE build the exports are the members of the global `Enrollkit`.
 */
import '../backends/indexeddb.js';

export * from './rest.js';
export { openIndexedDbBackend } from '@enrollkit/adapters/indexeddb';
