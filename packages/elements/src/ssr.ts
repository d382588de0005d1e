/**
 * Import it once on a server that renders elements, beside `@lit-labs/ssr`: it knows every element, and says in each
 * language what they say, because a server can't wait for one while it renders.
 */
import { LOCALES } from '@enrollkit/core';
import { plainText } from '@enrollkit/core/plain-text.js';
import { onServer } from './base/on-server.js';
import { defineElements } from './define-elements.js';
import { EnrollmentStatus } from './enrollment-status/enrollment-status.js';
import { morePart } from './enrollment-status/more/more-part.js';
import { statusMoreStyles } from './enrollment-status/more/status-more.styles.js';
import { loadTerms } from './terms/local-terms.js';

defineElements();
onServer.textOf = plainText;
// Nobody waits for a part either.
await morePart.load();
EnrollmentStatus.elementStyles.push(statusMoreStyles);
for (const locale of LOCALES) await loadTerms(locale);
