// A module worker: it has no document, whatever the conditions that its imports were resolved with.
import { sanitizeDescription as sanitizeInPage } from '@enrollkit/feed/html';
import { sanitizeDescription } from '@enrollkit/feed/html/without-dom.js';

function refusal(): unknown {
  try {
    return sanitizeInPage('<b>a</b>');
  } catch (error) {
    return (error as { readonly code?: unknown }).code;
  }
}

addEventListener('message', ({ data }: MessageEvent<readonly string[]>) => {
  postMessage({ refused: refusal(), becomes: data.map(sanitizeDescription) });
});
