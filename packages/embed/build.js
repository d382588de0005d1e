// Builds each entry into one file, as a module and as a classic script. Classic means IIFE and never UMD: next to an AMD
// loader (RequireJS in Moodle) a UMD file throws. One file each, so that a page can pin it with `integrity`.
// Rolldown puts the modules together (Vite would add code that preloads parts, and there are none), and esbuild writes the
// file: it knows how to do without template literals. Minifiers of hosts take white space out of nested ones.
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { transform } from 'esbuild';
import { build } from 'rolldown';
import { minifiedStyles } from '../../.config/minify-styles.js';
import { ownKeysOfZod } from '../../.config/own-keys.js';
import { thirdPartyLicenses } from '../../.config/third-party-licenses.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const outDir = join(here, 'dist');
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
const banner = `/*! Enrollkit ${version}, MIT. Contains other software: see third-party-licenses.txt */\n`;

const ENTRIES = {
  enrollkit: 'index',
  'enrollkit-rest': 'rest',
  'enrollkit-elements': 'elements',
  'enrollkit-feed': 'feed',
  'enrollkit-groups': 'groups',
  // These register no tag until they are told to.
  'enrollkit-manual': 'manual/index',
  'enrollkit-rest-manual': 'manual/rest',
  'enrollkit-elements-manual': 'manual/elements',
  'enrollkit-feed-manual': 'manual/feed',
  'enrollkit-groups-manual': 'manual/groups',
  // The height of a frame: for the page in it, and for the one around it.
  'enrollkit-frame': 'frame/frame',
  'enrollkit-frame-host': 'frame/frame-host',
  // What learning platforms show in a frame, and what keeps a login in their storage: served by the server itself.
  'enrollkit-lti': 'lti/lti-page',
  'enrollkit-lti-login': 'lti/lti-login',
  'enrollkit-doctor': 'doctor/index',
  'enrollkit-doctor-page': 'doctor/doctor-page',
};
// Modules only: a page loads them as a worker, the first also as a part of itself where it may have no worker.
const WORKERS = { 'enrollkit-feed-worker': 'feed-worker', 'enrollkit-pdf-worker': 'pdf-worker' };
// Reading XML answers is for those who import modules: nobody else pays for its parser, and asking for it says so.
// Which province a place lies in is a table of 16 kB: without it `<product-details>` names no regions beside starts.
const LEFT_OUT = ['fast-xml-parser', '@enrollkit/core/regions'];
const PARTS = 'enrollkit-parts';
/** Languages with a file of their own. Dutch and English are in every file: the one for whoever says nothing, and for all others. */
const TERMS = join(here, '../elements/src/terms');
const LANGUAGES = readdirSync(TERMS, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !['nl', 'en'].includes(entry.name))
  .map(({ name }) => name);
const bundled = new Set();
// The types are built into the same folder, and may come later.
mkdirSync(outDir, { recursive: true });

for (const [name, entry] of Object.entries(ENTRIES)) {
  const isFeed = name.startsWith('enrollkit-feed');
  const isGroups = name.startsWith('enrollkit-groups');
  const plugins = [languagesBeside(), ownPolicy(isFeed ? 'enrollkit' : isGroups ? 'enrollkit-groups' : 'lit-html')];
  if (isGroups) plugins.push(partsOfOthers());
  const code = await bundle(entry, { external: LEFT_OUT, plugins });
  await write(`${name}.js`, code, { format: 'esm' });
  // A page can have both, and neither may take the place of the other.
  await write(`${name}.iife.js`, code, {
    format: 'iife',
    globalName: globalNameOf(name),
  });
}
// A module even where it exports nothing, which a reader of packages would else not see.
for (const [name, entry] of Object.entries(WORKERS)) {
  const code = await bundle(entry, { plugins: [feedLanguagesBeside()] });
  await write(`${name}.js`, code, { format: 'esm', footer: 'export {};' });
}

for (const language of LANGUAGES) {
  const code = await bundle(`languages/${language}`, { plugins: [everySlice(language)] });
  await write(`enrollkit-${language}.js`, code, { format: 'esm' });
  const feedTerms = await bundle(join('../../feed/src/terms', language));
  await write(`enrollkit-feed-${language}.js`, feedTerms, { format: 'esm' });
}

await writeLoader();
copyFileSync(join(here, 'src/doctor/doctor.html'), join(outDir, 'doctor.html'));
copyFileSync(join(here, '../elements/reserve.css'), join(outDir, 'reserve.css'));
writeFileSync(join(outDir, 'files.json'), `${JSON.stringify(describeFiles(), null, 2)}\n`);

writeFileSync(join(outDir, 'third-party-licenses.txt'), thirdPartyLicenses(bundled));

/** Everything that an entry imports, as one module with its source map in it. */
async function bundle(entry, { external = [], plugins = [] } = {}) {
  const [chunk, ...others] = await roll(entry, { external, plugins, output: { codeSplitting: false } });
  if (others.length > 0) throw new Error(`${entry} is not one file`);
  return chunk.code;
}

/** The loader and its parts: the only files that fetch others, from a folder beside the loader. */
async function writeLoader() {
  rmSync(join(outDir, PARTS), { recursive: true, force: true });
  mkdirSync(join(outDir, PARTS), { recursive: true });
  const output = { entryFileNames: 'enrollkit-loader.js', chunkFileNames: `${PARTS}/[name]-[hash].js` };
  for (const { fileName, code } of await roll('loader', { external: LEFT_OUT, plugins: [], output }))
    await write(fileName, code, { format: 'esm' });
}

/** @param {string} name Of a file */
function globalNameOf(name) {
  const part = /^enrollkit-(doctor|feed|groups)/.exec(name)?.[1] ?? '';
  return `Enrollkit${part.replace(/^./, (letter) => letter.toUpperCase())}`;
}

/** What the list opens beside a row are elements of the other file on the page: they are not in this one a second time. */
function partsOfOthers() {
  const OTHERS = /(enrollment-status|certificate-upload|price-breakdown)\/define\.[jt]s$/;
  return {
    name: 'parts-of-others',
    resolveId: (id) => (OTHERS.test(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') && OTHERS.test(id) ? 'export {}' : undefined),
  };
}

/** What elements say in these languages comes from a file beside this one, as `language-file.ts` has it. */
function languagesBeside() {
  const imported = /\(await import\('[\w./]+\/(\w+)\/([\w-]+)\.js'\)\)\.\1\b/g;
  const module = JSON.stringify(join(here, 'src/language-file.ts'));
  return {
    name: 'languages-beside',
    transform(code, id) {
      if (!/elements\/src\/.*-terms\.ts$/.test(id) || id.endsWith('/local-terms.ts')) return undefined;
      const seen = new Set();
      const changed = code.replace(imported, (whole, language, slice) => {
        if (!LANGUAGES.includes(language)) return whole;
        seen.add(language);
        return `(await languageFile('${language}'))['${slice}']`;
      });
      if (seen.size < LANGUAGES.length && code.includes('import('))
        this.error(`${id} loads its languages in another way than ${imported}`);
      return { code: `import { languageFile } from ${module};${changed}`, map: null };
    },
  };
}

/** The same for what is found in feeds, beside the worker. */
function feedLanguagesBeside() {
  const imported = /import\('\.\.\/terms\/(\w+)\.js'\)/g;
  return {
    name: 'feed-languages-beside',
    transform(code, id) {
      if (!id.endsWith('/feed/src/worker/worker-terms.ts')) return undefined;
      const beside = (_, language) => `import(new URL('enrollkit-feed-${language}.js', import.meta.url).href)`;
      const changed = code.replace(imported, beside);
      if (changed === code) this.error(`${id} loads its languages in another way than ${imported}`);
      return { code: changed, map: null };
    },
  };
}

/** The module of a language: all slices, each under its name. @param {string} language */
function everySlice(language) {
  const entry = new RegExp(`languages/${language}\\.ts$`);
  const code = readdirSync(join(TERMS, language))
    .map((file) => [file.replace(/\.ts$/, ''), JSON.stringify(join(TERMS, language, file))])
    .map(([slice, path]) => `export { ${language} as '${slice}' } from ${path};`)
    .join('\n');
  return {
    name: 'every-slice',
    resolveId: (id) => (entry.test(id) ? `\0${id}` : undefined),
    load: (id) => (id.startsWith('\0') && entry.test(id) ? code : undefined),
  };
}

/** What a page needs to know of each file before it loads it. */
function describeFiles() {
  const names = readdirSync(outDir, { recursive: true }).filter((name) => /^enrollkit.*\.js$/.test(name));
  return {
    version,
    files: names.sort().map((name) => {
      const bytes = readFileSync(join(outDir, name));
      return {
        name,
        kind: name.endsWith('.iife.js') ? 'classic' : 'module',
        bytes: bytes.length,
        gzipBytes: gzipSync(bytes, { level: 9 }).length,
        integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}`,
      };
    }),
  };
}

async function roll(entry, { external, plugins, output: how }) {
  const { output } = await build({
    input: join(here, 'src', `${entry}.ts`),
    write: false,
    tsconfig: join(here, 'tsconfig.json'),
    platform: 'browser',
    external,
    plugins: [minifiedStyles(), ownKeysOfZod(), ...plugins],
    resolve: { conditionNames: ['@enrollkit/source', 'module', 'browser', 'production', 'import', 'default'] },
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    output: { format: 'es', dir: outDir, minify: true, sourcemap: 'inline', ...how },
  });
  const chunks = output.filter(({ type }) => type === 'chunk');
  for (const { moduleIds } of chunks) for (const id of moduleIds) bundled.add(id);
  return chunks;
}

/**
 * Under Trusted Types two policies of one name take `'allow-duplicates'`, and a page may have three of our files. In each of them Lit
 * makes its markup by the policy that a worker's address needs anyway, named after the file.
 */
function ownPolicy(name) {
  const lits = /\w+\.createPolicy\("lit-html",(\{createHTML:t=>t\}\))/;
  const module = JSON.stringify(join(here, '../feed/src/worker/engine/trusted-policy.ts'));
  return {
    name: 'own-policy',
    transform(code, id) {
      if (!id.endsWith('/lit-html/lit-html.js')) return undefined;
      const changed = code.replace(lits, `enrollkitPolicy(${JSON.stringify(name)},$1`);
      if (changed === code) this.error(`Lit makes its policy in another way than ${lits}`);
      return { code: `import{enrollkitPolicy}from${module};${changed}`, map: null };
    },
  };
}

/** Writes a module in a format, such that no minifier can spoil it, and its source map. */
async function write(file, source, format) {
  const { code, map } = await transform(source, {
    ...format,
    target: 'es2022',
    supported: { 'template-literal': false },
    minify: true,
    charset: 'utf8',
    sourcemap: 'external',
    sourcefile: file,
    legalComments: 'none',
    // Where a classic script is, it asks the page: there `import.meta` is empty, as it should be.
    logOverride: { 'empty-import-meta': 'silent' },
  });
  writeFileSync(join(outDir, file), `${banner}${code}//# sourceMappingURL=${basename(file)}.map\n`);
  // The banner is a line that the map knows nothing of.
  const { mappings, ...rest } = JSON.parse(map);
  writeFileSync(join(outDir, `${file}.map`), JSON.stringify({ ...rest, mappings: `;${mappings}` }));
}
