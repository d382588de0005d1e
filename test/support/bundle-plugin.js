import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('../../packages/embed/src/index.ts', import.meta.url));
const bundles = new Map();

/** The kit as one file, as a host's own bundler makes it; every name a copy of its own. */
function bundle(name) {
  if (!bundles.has(name)) {
    bundles.set(
      name,
      build({
        entryPoints: [entry],
        bundle: true,
        write: false,
        format: 'esm',
        target: 'es2022',
        minify: true,
        conditions: ['@enrollkit/source', 'browser', 'production'],
        banner: { js: `/* Copy ${name} */` },
      }).then(({ outputFiles }) => outputFiles[0].text),
    );
  }
  return bundles.get(name);
}

/** Serves `/bundled-kit/<any name>.js`, for pages with more than one copy of the kit. */
export function bundlePlugin() {
  return {
    name: 'bundled-kit',
    async serve({ path }) {
      const name = /^\/bundled-kit\/(\w+)\.js$/.exec(path)?.[1];
      return name && { body: await bundle(name), type: 'js' };
    },
    // It is a finished file already.
    resolveMimeType: ({ path }) => (path.startsWith('/bundled-kit/') ? 'js' : undefined),
  };
}
