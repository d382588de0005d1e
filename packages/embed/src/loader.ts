/**
 * Fetches what a page has, and nothing else: the elements that are on it, now or later, and the kinds of backends that they
 * ask for. A module: `<script type="module" src="enrollkit-loader.js">`. Its parts are files of their own beside it.
 */
import type { ElementTag } from '@enrollkit/elements';

type Load = () => Promise<unknown>;

const ELEMENTS: Readonly<Record<ElementTag, Load>> = {
  'booking-withdrawal': () => import('@enrollkit/elements/booking-withdrawal.js'),
  'certificate-bundle': () => withPdfReader(() => import('@enrollkit/elements/certificate-bundle.js')),
  'certificate-list': () => withPdfReader(() => import('@enrollkit/elements/certificate-list.js')),
  'certificate-upload': () => import('@enrollkit/elements/certificate-upload.js'),
  'course-booking': () => import('@enrollkit/elements/course-booking.js'),
  'enrollkit-backend': () => import('@enrollkit/elements/enrollkit-backend.js'),
  'enrollment-roster': () => import('@enrollkit/elements/enrollment-roster.js'),
  'enrollment-status': () => import('@enrollkit/elements/enrollment-status.js'),
  'feed-check': loadFeedCheck,
  'invoice-upload': () => import('@enrollkit/elements/invoice-upload.js'),
  'price-breakdown': () => import('@enrollkit/elements/price-breakdown.js'),
  'product-certifications': () => import('@enrollkit/elements/product-certifications.js'),
  'product-details': () => import('@enrollkit/elements/product-details.js'),
  'starting-dates': () => import('@enrollkit/elements/starting-dates.js'),
};

const BACKENDS: Readonly<Record<string, Load>> = {
  indexeddb: () => import('./backends/indexeddb.js'),
  rest: () => import('./backends/rest.js'),
};

const PARTS: Readonly<Record<string, Load>> = {
  ...Object.fromEntries(Object.entries(ELEMENTS).map(([tag, load]) => [`${tag}:not(:defined)`, load])),
  ...Object.fromEntries(Object.entries(BACKENDS).map(([type, load]) => [`enrollkit-backend[type="${type}"]`, load])),
};
const waiting = new Set(Object.keys(PARTS));

/** Each part once: what has failed to load is told, and asked for again with the page. */
function loadWhatIsThere(): void {
  for (const selector of waiting) {
    if (!document.querySelector(selector)) continue;
    waiting.delete(selector);
    void PARTS[selector]?.().catch((error: unknown) => {
      // oxlint-disable-next-line eslint/no-console -- the developer of the page can't see it in any other way.
      console.warn(
        `[enrollkit] What ${selector} needs could not be loaded. Put all files of the kit beside each other.`,
        error,
      );
    });
  }
  if (waiting.size === 0) observer.disconnect();
}

/** Elements that look into PDFs do so in a worker whose script lies beside this file. */
async function withPdfReader(
  load: () => Promise<Pick<typeof import('@enrollkit/elements'), 'connectPdfReader' | 'setDefaultPdfReader'>>,
): Promise<void> {
  const [{ connectPdfReader, setDefaultPdfReader }, { createTrustedWorker }] = await Promise.all([
    load(),
    import('./trusted-worker.js'),
  ]);
  const address = new URL('./enrollkit-pdf-worker.js', import.meta.url);
  setDefaultPdfReader(connectPdfReader({ createWorker: () => createTrustedWorker(address) }));
}

async function loadFeedCheck(): Promise<void> {
  const { createFeedChecker, defineElements, setDefaultFeedChecker } = await import('./manual/feed.js');
  setDefaultFeedChecker(createFeedChecker({ workerUrl: new URL('./enrollkit-feed-worker.js', import.meta.url) }));
  defineElements();
}

const observer = new MutationObserver(loadWhatIsThere);
observer.observe(document, { childList: true, subtree: true, attributeFilter: ['type'] });
loadWhatIsThere();
