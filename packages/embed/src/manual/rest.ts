/** For one script tag: the elements, and `<enrollkit-backend type="rest" base-url="...">`, which talks to a server. */
import '../backends/rest.js';

export * from './elements.js';
export { openRestBackend, setTokenSource } from '@enrollkit/adapters/rest';
