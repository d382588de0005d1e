import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const entry = fileURLToPath(new URL('main.ts', import.meta.url));
const outfile = fileURLToPath(new URL('../../../.cache/rest-server/main.mjs', import.meta.url));

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

/** Bundles the test server, which Node can't run from TypeScript. Answers the file. */
export async function buildRestServer() {
  await mkdir(new URL('.', new URL(`file://${outfile}`)), { recursive: true });
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
  return outfile;
}
