import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

/** @typedef {{ readonly first: readonly Uint8Array[], readonly later: readonly Uint8Array[] }} Bundle */

/**
 * Bundles what a page would load, the same way for everybody: minified modules, production code, licence comments left
 * out, CSS not counted. `first` is what loads at once: the entry and what it imports; `later` what a dynamic import
 * brings, if ever.
 *
 * @param {readonly string[]} specifiers What the page imports
 * @param {string} resolveDir The folder whose node_modules it is in
 * @param {{ splitting?: boolean }} [options] Without splitting it is one file, with what would come later in it
 * @returns {Promise<Bundle>}
 */
export async function bundle(specifiers, resolveDir, { splitting = true } = {}) {
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: specifiers.map((specifier, index) => exported(specifier, specifiers.length > 1 && index)).join('\n'),
      resolveDir,
    },
    bundle: true,
    splitting,
    write: false,
    metafile: true,
    outdir: '.',
    minify: true,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
    conditions: ['production', 'browser'],
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.css': 'empty' },
    logLevel: 'error',
  });
  const { outputs } = metafile;
  const entry = Object.keys(outputs).find((path) => outputs[path].entryPoint === '<stdin>');
  const first = graph(outputs, entry, ['import-statement']);
  // Not every part that was written: some belong to code that is in no part, because nobody calls it.
  const later = graph(outputs, entry).filter((path) => !first.includes(path) && !isOtherLanguage(outputs[path]));
  const read = (path) => outputFiles.find((file) => file.path === resolve(path)).contents;
  return { first: first.map(read), later: later.map(read) };
}

/** A page speaks one language: English stands for all that come later. */
function isOtherLanguage({ inputs }) {
  return Object.keys(inputs).some((path) => /\/terms\/(?!nl\/|en\/)[a-z]{2}\//.test(path));
}

/** A namespace for each of several, whose names may meet; it costs some bytes, so one alone goes without. */
function exported(specifier, index) {
  return index === false ? `export * from '${specifier}';` : `export * as used${index} from '${specifier}';`;
}

/** The module and everything that it imports in these ways, itself or through others. */
function graph(outputs, path, kinds = ['import-statement', 'dynamic-import'], seen = new Set()) {
  if (seen.has(path)) return [];
  seen.add(path);
  const imported = outputs[path].imports.filter(({ kind }) => kinds.includes(kind));
  return [path, ...imported.flatMap((each) => graph(outputs, each.path, kinds, seen))];
}

/** @param {readonly Uint8Array[]} files */
export const minified = (files) => files.reduce((sum, file) => sum + file.byteLength, 0);

/** @param {readonly Uint8Array[]} files Each is packed by itself, as it is sent. */
export const gzipped = (files) => files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).byteLength, 0);
