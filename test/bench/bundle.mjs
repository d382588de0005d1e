import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/**
 * Bundles what a page would load, the same way for everybody: one minified module, production code, licence comments
 * left out, CSS not counted.
 *
 * @param {readonly string[]} specifiers What the page imports
 * @param {string} resolveDir The folder whose node_modules it is in
 * @returns {Promise<Uint8Array>}
 */
export async function bundle(specifiers, resolveDir) {
  const { outputFiles } = await build({
    stdin: {
      contents: specifiers.map((specifier, index) => `export * as used${index} from '${specifier}';`).join('\n'),
      resolveDir,
    },
    bundle: true,
    write: false,
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  return outputFiles[0].contents;
}

/** @param {Uint8Array} bytes */
export const gzipped = (bytes) => gzipSync(bytes, { level: 9 }).byteLength;
