// Makes the worker's script in `dist` one file: a page's bundler copies what `new URL('./feed-worker.js', import.meta.url)`
// names, and not every bundler takes along what that imports. And the program a few: finding and compiling hundreds of
// modules, most of which it never uses, took it as long as reading a megabyte.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { thirdPartyLicenses } from '../../.config/third-party-licenses.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

const { output } = await build({
  input: here('src/worker/feed-worker.ts'),
  tsconfig: here('tsconfig.json'),
  platform: 'browser',
  resolve: { conditionNames: ['@enrollkit/source', 'module', 'worker', 'browser', 'production', 'import', 'default'] },
  transform: { target: 'es2022' },
  output: { file: here('dist/worker/feed-worker.js'), format: 'es', codeSplitting: false, sourcemap: true },
});
leaveOutPublished(here('dist/worker/feed-worker.js.map'));
writeFileSync(here('dist/worker/third-party-licenses.txt'), thirdPartyLicenses(output[0].moduleIds));

await build({
  input: { main: here('src/cli/main.ts') },
  tsconfig: here('src/cli/tsconfig.json'),
  platform: 'node',
  // What npm installs beside it stays there.
  external: (id) => /^[a-z]/i.test(id) && !id.startsWith('node:'),
  resolve: { conditionNames: ['@enrollkit/source', 'node', 'import', 'default'] },
  transform: { target: 'node20' },
  output: {
    dir: here('dist/program'),
    format: 'es',
    cleanDir: true,
    chunkFileNames: '[name].js',
    // Its comments are in `src`. Names stay, for whoever reads where something failed.
    minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
  },
});

/** What lies in `src` beside it is published as a file: a source map need not have it a second time. @param {string} file */
function leaveOutPublished(file) {
  const map = JSON.parse(readFileSync(file, 'utf8'));
  const isPublished = (source) => resolve(dirname(file), source).startsWith(here('src/'));
  map.sourcesContent = map.sources.map((source, index) => (isPublished(source) ? null : map.sourcesContent[index]));
  writeFileSync(file, JSON.stringify(map));
}
