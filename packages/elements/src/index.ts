export { EnrollkitElement } from './base/enrollkit-element.js';
export { setDefaultBackend, type HostBackend } from './base/backend-context.js';
export { defineElements } from './define-elements.js';
export { registerTerms, type HostTerms } from './terms/local-terms.js';
export type { TermSlices } from './terms/term-slices.js';
export type { CommonTerms } from './terms/common.js';
