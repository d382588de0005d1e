import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Where the portal and its elements read and write: the one place in the pages that says so. */
export const BACKEND = {
  inTheBrowser: 'type="indexeddb" database="duinweg"',
  onTheServer: 'type="rest" base-url="/api"',
} as const;

/** What comes around the main part of every page. The backend is around the main part, for the elements in it. */
const FRAME: Readonly<Record<string, () => string>> = {
  header: () =>
    `${read('header')}<enrollkit-backend id="backend" ${BACKEND.inTheBrowser} time-zone="Europe/Amsterdam">`,
  footer: () => `</enrollkit-backend>${read('footer')}`,
};

/** Puts the header and footer of the portal into every page that asks for them with a comment. */
export function portalFrame(): Plugin {
  return {
    name: 'portal-frame',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/<!-- portal:(header|footer) -->/g, (_, name: string) => FRAME[name]?.() ?? ''),
    },
  };
}

function read(name: string): string {
  return readFileSync(new URL(`../frame/${name}.html`, import.meta.url), 'utf8');
}
