import { setTokenSource, shareRestBackend } from '@enrollkit/adapters/rest';
import { defineBackendType } from '@enrollkit/elements';
import '@enrollkit/elements/enrollkit-backend.js';
import '@enrollkit/elements/enrollment-status.js';

/** What a test asks of this page. */
export interface CrowdedPageOrder {
  readonly baseUrl: string;
  readonly token: string;
  readonly backends: number;
  /** One `<enrollment-status>` for each, spread over the backends. */
  readonly enrollmentIds: readonly string[];
}

export interface CrowdedPage {
  show(order: CrowdedPageOrder): void;
  /** What the elements show. */
  labels(): readonly string[];
}

defineBackendType('rest', ({ baseUrl = '', database: _, ...config }) =>
  shareRestBackend({ ...config, baseUrl, offlineQueue: false }),
);

// Stands for one tab of several: a document of its own with everything in it, under the connections of one browser.
const page: CrowdedPage = {
  show({ baseUrl, token, backends, enrollmentIds }) {
    for (let index = 0; index < backends; index += 1) {
      const backend = document.createElement('enrollkit-backend');
      backend.setAttribute('type', 'rest');
      backend.setAttribute('base-url', baseUrl);
      for (const id of enrollmentIds.filter((_, place) => place % backends === index)) {
        const status = document.createElement('enrollment-status');
        status.setAttribute('enrollment-id', id);
        backend.append(status);
      }
      document.body.append(backend);
    }
    // Later than the elements: they wait for it.
    setTimeout(() => setTokenSource(baseUrl, () => token));
  },
  labels: () =>
    [...document.querySelectorAll('enrollment-status')].map(
      ({ shadowRoot }) => shadowRoot?.querySelector('[part=label]:not(.skeleton)')?.textContent.trim() ?? '',
    ),
};
Object.assign(window, { page });
parent.postMessage('ready', '*');
