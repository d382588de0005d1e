import { partOf } from '../../base/part.js';

/** Why it is so, what happened so far, the panel behind the pencil, and deciding on a request. */
export const morePart = partOf(() => import('./status-more.js'));
