import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const source = (entry) => fileURLToPath(new URL(`../../packages/${entry}.ts`, import.meta.url));
const bundles = new Map();

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
        banner: { js: `/* Copy ${path} */` },
      }).then(({ outputFiles }) => outputFiles[0].text),
    );
  }
  return bundles.get(path);
}

/** What a path is made of. */
function entryOf(path) {
  if (path === '/bundled-feed/enrollkit-feed-worker.js') return 'embed/src/feed-worker';
  if (/^\/bundled-feed\/\w+\.js$/.test(path)) return 'embed/src/feed';
  if (/^\/bundled-elements\/\w+\.js$/.test(path)) return 'elements/src/index';
  return /^\/bundled-kit\/\w+\.js$/.test(path) ? 'embed/src/index' : undefined;
}

/**
 * Serves `/bundled-kit/<any name>.js`, for pages with more than one copy of the kit, and `/bundled-feed/<any name>.js`,
 * which is `<feed-check>`, with its worker beside it; `/bundled-elements/<any name>.js` is what the package of the elements
 * exports, registering nothing.
 */
export function bundlePlugin() {
  return {
    name: 'bundled-kit',
    async serve({ path }) {
      const entry = entryOf(path);
      return entry && { body: await bundle(path, entry), type: 'js' };
    },
    // It is a finished file already.
    resolveMimeType: ({ path }) => (entryOf(path) ? 'js' : undefined),
  };
}
