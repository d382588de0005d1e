import '@enrollkit/elements/certificate-bundle.js';
import '@enrollkit/elements/feed-check.js';
import { setDefaultBackend, setDefaultFeedChecker, setDefaultPdfReader } from '@enrollkit/elements';
import { createPdfReader } from '@enrollkit/elements/pdf-reader.js';
import { createFeedChecker } from '@enrollkit/feed/worker';
import { backend } from './host.js';

setDefaultBackend(backend);
setDefaultFeedChecker(createFeedChecker());
setDefaultPdfReader(createPdfReader());
