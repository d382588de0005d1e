/** For a page that hands in a backend and loads its elements apart, such as from the one-file builds: no element comes along. */
export { setDefaultBackend, type HostBackend } from './base/backend/backend-context.js';
