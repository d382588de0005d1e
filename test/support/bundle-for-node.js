import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/** Our own packages from their sources; what comes from npm stays where it is, because some of it looks around there. */
const externalPackages = {
  name: 'external-packages',
  setup({ onResolve, resolve }) {
    onResolve({ filter: /^[^./]/ }, async ({ path, kind, resolveDir, pluginData }) => {
      if (pluginData === 'resolved' || path.startsWith('@enrollkit/') || path.startsWith('node:')) return undefined;
      const found = await resolve(path, { kind, resolveDir, pluginData: 'resolved' });
      return found.errors.length > 0 ? undefined : { path: found.path, external: true };
    });
  },
};

/**
 * Bundles a program of the tests, which Node can't run from TypeScript.
 *
 * @param {string} entry
 * @param {string} outfile
 */
export async function bundleForNode(entry, outfile) {
  await mkdir(dirname(outfile), { recursive: true });
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    sourcemap: 'inline',
    conditions: ['@enrollkit/source', 'import'],
    plugins: [externalPackages],
    logLevel: 'error',
  });
}
