/**
 * Import it once on a server that renders elements, beside `@lit-labs/ssr`: it knows every element, and says in each
 * language what they say, because a server can't wait for one while it renders.
 */
import { LOCALES } from '@enrollkit/core';
import { plainText } from '@enrollkit/core/plain-text.js';
import { onServer } from './base/on-server.js';
import { defineElements } from './define-elements.js';
import { loadTerms } from './terms/local-terms.js';

defineElements();
onServer.textOf = plainText;
for (const locale of LOCALES) await loadTerms(locale);
