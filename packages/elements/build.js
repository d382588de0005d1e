// Writes the stylesheets in `dist` anew, minified: `tsc` leaves them as they are in the sources. Has each file import the very
// modules of core that it uses. Makes the script of the worker that reads PDFs one file: a page's bundler copies what
// `new URL('./pdf-worker.js', import.meta.url)` names.
import { appendFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { build } from 'rolldown';
import { minifyStyles } from '../../.config/minify-styles.js';
import { thirdPartyLicenses } from '../../.config/third-party-licenses.js';

const src = fileURLToPath(new URL('src', import.meta.url));
const dist = fileURLToPath(new URL('dist', import.meta.url));

for (const file of readdirSync(src, { recursive: true }).filter((name) => name.endsWith('.styles.ts'))) {
  const target = join(dist, file).replace(/\.ts$/, '.js');
  const source = relative(dirname(target), join(src, file));
  const { code, map } = await minifyStyles(readFileSync(join(src, file), 'utf8'), source);
  const script = await transform(`${code}\n//# sourceMappingURL=${map.toUrl()}`, {
    loader: 'ts',
    target: 'es2022',
    sourcemap: 'external',
    sourcesContent: false,
  });
  writeFileSync(target, `${script.code}//# sourceMappingURL=${basename(target)}.map\n`);
  writeFileSync(`${target}.map`, script.map);
}

// Some bundlers (esbuild) take every module that an index leads to for one that each importer of the index needs: what a part
// of core for later is for would be loaded at first. Types stay as they are.
const core = fileURLToPath(new URL('../core/dist/index.js', import.meta.url));
const moduleOf = new Map();
for (const [, names, module] of readFileSync(core, 'utf8').matchAll(/export \{([^}]*)\} from '\.\/([^']+)';/g))
  for (const name of listed(names)) moduleOf.set(name.split(' as ').at(-1), module);

for (const file of readdirSync(dist, { recursive: true }).filter((name) => name.endsWith('.js'))) {
  const code = readFileSync(join(dist, file), 'utf8');
  // On one line, as it was: the source map counts lines. Anew too: core may have been built again since, and this file not.
  const direct = code.replace(
    /(import|export) \{([^}]*)\} from '@enrollkit\/core(?:\/modules\/[^']*)?';/g,
    (_, kind, names) =>
      listed(names)
        .map((name) => [name, moduleOf.get(name.split(' as ')[0])])
        .map(([name, module]) => `${kind} { ${name} } from '@enrollkit/core/modules/${module}';`)
        .join(' '),
  );
  if (direct.includes('/modules/undefined')) throw new Error(`${file} imports what core's index doesn't have`);
  if (direct !== code) writeFileSync(join(dist, file), direct);
}

const worker = 'certificate-bundle/pdf/pdf-worker';
const { output } = await build({
  input: join(src, `${worker}.ts`),
  tsconfig: join(src, '../tsconfig.json'),
  platform: 'browser',
  // What the library asks of Node by its bare name, a bundler would bring along for it.
  transform: { target: 'es2022', define: { Buffer: 'globalThis.Buffer', process: 'globalThis.process' } },
  output: { file: join(dist, `${worker}.js`), format: 'es', codeSplitting: false, minify: true },
});
// Without anything that is exported, a reader of packages would take it for another kind of module.
appendFileSync(join(dist, `${worker}.js`), '\nexport {};\n');
// The library is in the script now, and whoever installs the package has no types of it.
writeFileSync(join(dist, `${worker}.d.ts`), 'export {};\n');

/** @param {string} names As between the braces of an import */
function listed(names) {
  return names.split(',').flatMap((name) => name.trim() || []);
}
const licences = join(dirname(join(dist, worker)), 'third-party-licenses.txt');
writeFileSync(licences, thirdPartyLicenses(output[0].moduleIds));
