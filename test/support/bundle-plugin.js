import { fileURLToPath } from 'node:url';
import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { ownKeysOfZodInEsbuild } from '../../.config/own-keys.js';

const source = (entry) => fileURLToPath(new URL(`../../packages/${entry}.ts`, import.meta.url));
const bundles = new Map();

/** What pages had before the kit, as Debian has it. */
const LIBRARIES = {
  '/page-library/prototype.js': '/usr/share/javascript/prototype/prototype.js',
  '/page-library/mootools.js': '/usr/share/javascript/mootools/mootools-core-nc.js',
};

/** The kit as one file, as a host's own bundler makes it; every path a copy of its own. */
function bundle(path, entry) {
  if (!bundles.has(path)) {
    bundles.set(
      path,
      build({
        entryPoints: [source(entry)],
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        minify: true,
        conditions: ['@enrollkit/source', 'browser', 'production'],
        plugins: [ownKeysOfZodInEsbuild()],
        banner: { js: `/* Copy ${path} */` },
      }).then(({ outputFiles }) => outputFiles[0].text),
    );
  }
  return bundles.get(path);
}

/** `<feed-check>` in one file, with its template literals. */
export const bundledFeedCheck = (path) => bundle(path, 'embed/src/feed');

/** What a path is made of. */
function entryOf(path) {
  if (path === '/bundled-elements/pdf-worker.js') return 'elements/src/certificate-bundle/pdf/pdf-worker';
  if (path === '/bundled-feed/enrollkit-feed-worker.js') return 'embed/src/feed-worker';
  if (/^\/bundled-feed\/\w+\.js$/.test(path)) return 'embed/src/feed';
  if (/^\/bundled-elements\/\w+\.js$/.test(path)) return 'elements/src/index';
  return /^\/bundled-kit\/\w+\.js$/.test(path) ? 'embed/src/index' : undefined;
}

/**
 * Serves `/bundled-kit/<any name>.js`, for pages with more than one copy of the kit, and `/bundled-feed/<any name>.js`,
 * which is `<feed-check>`, with its worker beside it; `/bundled-elements/<any name>.js` is what the package of the elements
 * exports, registering nothing, with the worker that reads PDFs as `pdf-worker.js`. `/page-library/` has libraries that change what every page has.
 */
export function bundlePlugin() {
  return {
    name: 'bundled-kit',
    async serve({ path }) {
      const library = LIBRARIES[path];
      if (library) return { body: await readFile(library, 'utf8'), type: 'js' };
      const entry = entryOf(path);
      return entry && { body: await bundle(path, entry), type: 'js' };
    },
    // It is a finished file already.
    resolveMimeType: ({ path }) => (entryOf(path) || LIBRARIES[path] ? 'js' : undefined),
  };
}
