/**
 * The elements for a script tag, without a backend of their own: the page hands one in with `setDefaultBackend()`, or
 * teaches `<enrollkit-backend>` a type with `defineBackendType()`.
 */
import '@enrollkit/elements/certificate-upload.js';
import '@enrollkit/elements/enrollment-status.js';
import '@enrollkit/elements/price-breakdown.js';

export { defineBackendType } from '@enrollkit/elements/enrollkit-backend.js';
export { defineElements, registerTerms, setDefaultBackend } from '@enrollkit/elements';
