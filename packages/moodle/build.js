// Writes the plugins as Moodle installs them, a zip for each: PHP, the kit's files, and the scripts in both forms that Moodle
// has, AMD for all and ES modules for 5.2 and later. What is built lies in `dist` beside its zip, as in a Moodle's folder.
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { zipSync } from 'fflate';

const here = import.meta.dirname;
const embed = join(here, '../embed/dist');
/** Where each plugin lies in a Moodle. */
const PLUGINS = {
  local_enrollkit: 'local/enrollkit',
  block_enrollkit: 'blocks/enrollkit',
  filter_enrollkit: 'filter/enrollkit',
};
/** Of the kit: the elements with the client of the server, registering no tag by themselves. */
const KIT = [
  'enrollkit-doctor.js',
  'files.json',
  'enrollkit-rest-manual.iife.js',
  'enrollkit-groups-manual.iife.js',
  // What the elements say on a German or French page, which they fetch from beside their own file.
  'enrollkit-de.js',
  'enrollkit-fr.js',
  'enrollkit-pdf-worker.js',
  'third-party-licenses.txt',
];
/** For a page of Moodle's oldest browsers that the kit itself runs in. */
const TARGET = 'es2022';
/** The same bytes give the same zip. */
const DAY = new Date('2026-01-01T12:00:00');

const dist = join(here, 'dist');
rmSync(dist, { recursive: true, force: true });

/** What is in each plugin beside its own files. By the name of the plugin. */
const BUILT = {
  local_enrollkit: async () => ({
    ...Object.fromEntries(KIT.map((name) => [`kit/${name}`, readFileSync(join(embed, name))])),
    'thirdpartylibs.xml': thirdPartyLibraries(),
    // Moodle puts it into the style sheet of every theme.
    'styles.css': readFileSync(join(embed, 'reserve.css')),
    ...(await amdModules('local_enrollkit', 'local/enrollkit/amd')),
    'js/esm/build/kit.js': await esModule(),
  }),
};

for (const [component, folder] of Object.entries(PLUGINS)) {
  const files = {
    LICENSE: readFileSync(join(here, 'LICENSE')),
    ...filesIn(join(here, folder)),
    ...(await BUILT[component]?.()),
  };
  for (const [name, content] of Object.entries(files)) write(join(dist, folder, name), content);
  const zipped = Object.entries(files).map(([name, content]) => [
    // Moodle takes the one folder in a zip for the name of the plugin.
    `${folder.split('/').at(-1)}/${name}`,
    [new Uint8Array(Buffer.from(content)), { mtime: DAY, level: 9 }],
  ]);
  writeFileSync(join(dist, `${component}.zip`), zipSync(Object.fromEntries(zipped)));
}

/** Moodle leaves what is named there out of its checks, and shows its licence. */
function thirdPartyLibraries() {
  const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'));
  const library = { location: 'kit', name: 'Enrollkit', version, license: 'MIT' };
  const fields = Object.entries(library).map(([name, value]) => `    <${name}>${value}</${name}>`);
  return ['<?xml version="1.0"?>', '<libraries>', '  <library>', ...fields, '  </library>', '</libraries>', ''].join(
    '\n',
  );
}

/** Every module by its whole name, as Moodle's own build writes it, with its map. */
async function amdModules(component, folder) {
  const built = {};
  for (const file of readdirSync(join(here, folder, 'src'))) {
    const name = file.replace(/\.js$/, '');
    const source = readFileSync(join(here, folder, 'src', file), 'utf8');
    const needed = [...source.matchAll(/^import .* from '([^']+)';$/gm)].map(([, module]) => module);
    const names = JSON.stringify(['require', 'exports', 'module', ...needed]);
    const { code, map } = await transform(source, {
      format: 'cjs',
      target: TARGET,
      minify: true,
      sourcemap: 'external',
      sourcefile: `../src/${file}`,
      banner: `define(${JSON.stringify(`${component}/${name}`)},${names},function(require,exports,module){`,
      footer: '});',
    });
    built[`amd/build/${name}.min.js`] = `${code}//# sourceMappingURL=${name}.min.js.map\n`;
    built[`amd/build/${name}.min.js.map`] = map;
  }
  return built;
}

/** The same as one ES module, which finds Moodle's own AMD modules by the page's loader. */
async function esModule() {
  const at = (path) => join(here, 'local/enrollkit', path);
  const own = readdirSync(at('amd/src')).map((file) => [
    `local_enrollkit/${file.replace(/\.js$/, '')}`,
    at(`amd/src/${file}`),
  ]);
  const { outputFiles } = await build({
    entryPoints: [at('amd/src/kit.js')],
    alias: { ...Object.fromEntries(own), 'core/ajax': at('js/esm/src/core-ajax.js') },
    bundle: true,
    write: false,
    format: 'esm',
    target: TARGET,
    minify: true,
  });
  return outputFiles[0].text;
}

/** @param {string} folder @returns {Record<string, Buffer>} By path */
function filesIn(folder) {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    entries.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [relative(folder, path).replaceAll('\\', '/'), readFileSync(path)];
    }),
  );
}

function write(path, content) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
