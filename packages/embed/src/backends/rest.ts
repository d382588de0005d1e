/** Teaches `<enrollkit-backend>` the type `rest`, which talks to a server. */
import { shareRestBackend } from '@enrollkit/adapters/rest';
import { defineBackendType } from '@enrollkit/elements';

defineBackendType('rest', ({ baseUrl, database: _, ...config }) => {
  // The address of the page itself is nobody's API: a forgotten attribute is better said.
  if (!baseUrl) throw new TypeError('<enrollkit-backend type="rest"> needs a base-url.');
  return shareRestBackend({ baseUrl, ...config });
});
