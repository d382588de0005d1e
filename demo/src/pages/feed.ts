import '@enrollkit/elements/feed-check.js';
import { setDefaultFeedChecker } from '@enrollkit/elements/feed-check.js';
import { createFeedChecker } from '@enrollkit/feed/worker';
import { byId } from '../dom.js';
import { browserImporter, type ImportingBackend } from '../importing/browser-importer.js';
import { ImportPanel } from '../importing/import-panel.js';
import { serverImporter } from '../importing/server-importer.js';
import { startPage } from '../portal.js';
import { tokenGiver } from '../session.js';

let panel: ImportPanel | undefined;

setDefaultFeedChecker(createFeedChecker());

await startPage({
  wire(backend, role) {
    const panelOfPage = (panel = new ImportPanel(
      canImport(backend) ? browserImporter(backend) : serverImporter(tokenGiver(role)),
    ));
    const check = byId('check');
    check.addEventListener('ek-feed-checked', ({ detail: { name, content, summary } }) => {
      const isWhole = summary.isComplete && summary.products > 0;
      const { kind = 'products' } = summary;
      panelOfPage.offer(isWhole ? { name, content: asFile(content), kind } : undefined);
    });
    check.addEventListener('ek-feed-error', () => panelOfPage.offer(undefined));
  },
  show: () => panel?.show(),
});

/** Whether the records are in this browser; a server does the work itself. */
function canImport(backend: object): backend is ImportingBackend {
  return 'createImport' in backend;
}

/** A text is sent as UTF-8, whatever its first line says: that was about the file it was copied from. */
function asFile(content: Blob | string): Blob {
  if (typeof content !== 'string') return content;
  return new Blob([content.replace(/^(\s*<\?xml[^>]*?)\s+encoding\s*=\s*(?:"[^"]*"|'[^']*')/, '$1')]);
}
