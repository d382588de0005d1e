import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Puts the header and footer of the portal into every page that asks for them with a comment. */
export function portalFrame(): Plugin {
  const read = (name: string) => readFileSync(new URL(`../frame/${name}.html`, import.meta.url), 'utf8');
  return {
    name: 'portal-frame',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace(/<!-- portal:(header|footer) -->/g, (_, name: string) => read(name)),
    },
  };
}
