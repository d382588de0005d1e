/** For one script tag: the elements, and `<enrollkit-backend type="rest" base-url="...">`, which talks to a server. */
import { openRestBackend } from '@enrollkit/adapters/rest';
import { defineBackendType } from '@enrollkit/elements/enrollkit-backend.js';

defineBackendType('rest', ({ baseUrl, timeZone, getToken }) => {
  // The address of the page itself is nobody's API: a forgotten attribute is better said.
  if (!baseUrl) throw new TypeError('<enrollkit-backend type="rest"> needs a base-url.');
  return openRestBackend({ baseUrl, getToken, ...(timeZone !== undefined && { timeZone }) });
});

export * from './elements.js';
export { openRestBackend };
