// Builds each entry into one file, as a module and as a classic script. Classic means IIFE and never UMD: next to an AMD
// loader (RequireJS in Moodle) a UMD file throws. One file each, so that a page can pin it with `integrity`. With Rolldown
// itself, because Vite adds code that preloads parts, and there are none.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { minifiedStyles } from '../../.config/minify-styles.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = join(here, 'dist');
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const banner = `/*! Enrollkit ${version}, MIT. Contains other software: see third-party-licenses.txt */`;

const ENTRIES = {
  enrollkit: 'index',
  'enrollkit-rest': 'rest',
  'enrollkit-elements': 'elements',
  'enrollkit-feed': 'feed',
};
// A module only: a page loads it as a worker, or as a part of itself where it may have no worker.
const WORKER = ['enrollkit-feed-worker.js', 'feed-worker'];
// Reading XML answers is for those who import modules: nobody else pays for its parser, and asking for it says so.
const LEFT_OUT = ['fast-xml-parser'];
const FORMATS = { es: '.js', iife: '.iife.js' };
const bundled = new Set();

for (const [name, entry] of Object.entries(ENTRIES)) {
  for (const [format, extension] of Object.entries(FORMATS)) {
    await bundle(join(here, 'src', `${entry}.ts`), `${name}${extension}`, {
      format,
      // A page can have both, and neither may take the place of the other.
      name: name === 'enrollkit-feed' ? 'EnrollkitFeed' : 'Enrollkit',
    });
  }
}
await bundle(join(here, 'src', `${WORKER[1]}.ts`), WORKER[0], { format: 'es', external: [] });

bundled.delete(undefined);
writeFileSync(join(outDir, 'third-party-licenses.txt'), [...bundled].sort().map(licence).join('\n\n'));

/** Builds one file of everything that an entry imports. */
async function bundle(input, file, { format, name, external = LEFT_OUT }) {
  const { output } = await build({
    input,
    tsconfig: join(here, 'tsconfig.json'),
    platform: 'browser',
    external,
    plugins: [minifiedStyles()],
    // Where a classic script is, it asks the page: there `import.meta` is empty, as it should be.
    checks: { emptyImportMeta: false },
    resolve: { conditionNames: ['@enrollkit/source', 'module', 'browser', 'production', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    output: {
      file: join(outDir, file),
      format,
      name,
      minify: true,
      sourcemap: true,
      codeSplitting: false,
      postBanner: banner,
    },
  });
  if (output.filter(({ type }) => type === 'chunk').length !== 1) throw new Error(`${file} is not one file`);
  for (const id of output[0].moduleIds) bundled.add(packageFolder(id));
}

/** The folder of the npm package that a module is from. */
function packageFolder(id) {
  return /^.*\/node_modules\/(@[^/]+\/)?[^/]+/.exec(id)?.[0];
}

function licence(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!file) throw new Error(`${name} has no licence file in ${dirname(folder)}`);
  return `${name} ${version} (${license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
}
