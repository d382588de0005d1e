// Packs each package as npm would publish it, has publint and "are the types wrong" judge it, imports every entry in Node
// from the packed files, because server-side rendering imports elements where there is no page, and starts its programs. What a
// module or its types import must be installed with the package: here everything is, with whoever installs it only that.
// Arguments: folders of packages, default all. Needs `npm run build`.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { problemKindInfo } from '@arethetypeswrong/core/problems';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';

/** Entries that are not modules: types only, data, and files for a script tag. */
const NOT_MODULES = [
  './solid',
  './svelte',
  './vue',
  './custom-elements.json',
  './icons.svg',
  './reserve.css',
  './tokens.json',
  './tokens/*.json',
  './dist/*',
  './modules/*.js',
  './schema/product.xsd',
  './schema/trainers.xsd',
];
/** Largest tarball in kB, with its sources and source maps: what slips in, such as tests or pictures, is noticed. */
const PACKED_LIMITS = { core: 530, feed: 1100, adapters: 220, elements: 1700, embed: 15900, server: 1100 };
/** What must not be published. */
const NOT_PUBLISHED = /\.tsbuildinfo$|\.test\.|(^|\/)(test|node_modules|\.env)|\.(png|pem|key)$/;
/** What nobody who asks for modules of this kind has: a resolution without `exports`, and `require` of an ES module. */
const NOT_FOR_MODULES = ['node10', 'node16-cjs'];
/** Modules that Angular's compiler has to see first, as any library for Angular. `npm run test:frameworks` imports them. */
const NOT_IN_NODE = ['./angular'];
/** A package that a module names at the start of a line, as compilers write it. */
const IMPORTED = /^(?:import|export)\s(?:[\w$*,{}\s]+\sfrom\s)?['"]((?!node:)[@a-z][^'"]*)['"]/gm;
/** What a registry's page shows of a package, and what an auditor looks for in it. */
const SAID = ['description', 'keywords', 'license', 'homepage', 'bugs', 'repository', 'engines'];
const ENCLOSED = ['README.md', 'LICENSE', 'CHANGELOG.md'];

/** Each in a thread of its own, which shares no module with another: an entry must bring what it needs. */
const IMPORT_EACH = `
  import { Worker } from 'node:worker_threads';
  for (const specifier of process.argv.slice(1)) {
    const worker = new Worker(\`import(\${JSON.stringify(specifier)}).then(() => process.exit(0))\`, { eval: true });
    await new Promise((resolve) => {
      worker.once('error', (error) => {
        console.error(\`import '\${specifier}': \${error.stack ?? error}\`);
        process.exitCode = 1;
      });
      worker.once('exit', resolve);
    });
  }
`;

const folders =
  process.argv.length > 2
    ? process.argv.slice(2)
    : readdirSync('packages')
        .map((name) => `packages/${name}`)
        .filter((folder) => !JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).private);
const packed = resolve('.cache/packed');
rmSync(packed, { recursive: true, force: true });
mkdirSync(join(packed, 'node_modules'), { recursive: true });

const contents = JSON.parse(
  run('npm', ['pack', '--json', '--pack-destination', packed, ...folders.map((folder) => `./${folder}`)]).stdout,
);
const tarballs = new Map(contents.map(({ name, filename }) => [name, join(packed, filename)]));
const packages = folders.map((folder) => {
  const {
    name,
    exports,
    bin = {},
    dependencies,
    peerDependencies,
    ...said
  } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const tarball = tarballs.get(name);
  const target = join(packed, 'node_modules', name);
  mkdirSync(target, { recursive: true });
  run('tar', ['--extract', '--gzip', '--strip-components=1', '--directory', target, '--file', tarball]);
  return {
    name,
    tarball,
    target,
    comesAlong: Object.keys({ ...dependencies, ...peerDependencies, [name]: '' }),
    unsaid: SAID.filter((what) => !said[what]?.length && !Object.keys(said[what] ?? {}).length),
    entries: Object.keys(exports),
    programs: Object.values(bin).map((path) => join(target, path)),
  };
});

let failures = 0;
for (const { name, size, files } of contents) {
  const limit = PACKED_LIMITS[name.split('/').at(-1)];
  if (!(size <= limit * 1000)) fail(`${name}: ${(size / 1000).toFixed()} kB packed, where ${limit} are allowed`);
  const wrong = files.map(({ path }) => path).filter((path) => NOT_PUBLISHED.test(path));
  if (wrong.length > 0) fail(`${name} would publish ${wrong.join(', ')}`);
  const paths = files.map(({ path }) => path);
  const absent = ENCLOSED.filter((path) => !paths.includes(path));
  if (absent.length > 0) fail(`${name} would be published without ${absent.join(', ')}`);
  const withOthers = paths.filter((path) => /^dist\/(.*\/)?((feed|pdf)-worker|enrollkit)\.js$/.test(path));
  for (const path of withOthers)
    if (!paths.includes(join(dirname(path), 'third-party-licenses.txt')))
      fail(`${name} would publish ${path} without the licences of what is in it`);
}
for (const { name, tarball, target, comesAlong, entries, programs, unsaid } of packages) {
  for (const [missing, path] of notInstalled(target, comesAlong))
    fail(`${name} imports ${missing} in ${path}, which is not installed with it`);
  if (unsaid.length > 0) fail(`${name} doesn't say its ${unsaid.join(', ')}`);
  const content = new Uint8Array(readFileSync(tarball));
  const faults = await faultsOfPackage(content);
  if (faults.length > 0) fail(`${name}: publint failed:\n${faults.join('\n')}`);
  const wrong = await wrongTypes(content);
  if (wrong.length > 0) fail(`${name}: types failed:\n${wrong.join('\n')}`);
  for (const program of programs) judge(`${name}: ${program} --help`, 'node', [program, '--help'], packed);
  const modules = entries
    .filter((entry) => !NOT_MODULES.includes(entry) && !NOT_IN_NODE.includes(entry))
    .map((entry) => join(name, entry));
  judge(`${name}: imports in Node`, 'node', ['--input-type=module', '--eval', IMPORT_EACH, ...modules], packed);
}
process.exitCode = failures > 0 ? 1 : 0;

/**
 * What publint says, in one process for all packages, as is what follows: to start and warm up takes them longer than a package.
 * @param {Uint8Array<ArrayBuffer>} tarball
 */
async function faultsOfPackage(tarball) {
  const { messages, pkg } = await publint({ pack: { tarball: tarball.buffer }, strict: true });
  return messages.map((message) => formatMessage(message, pkg));
}

/**
 * What "are the types wrong" finds, for whoever has ES modules.
 * @param {Uint8Array} tarball
 */
async function wrongTypes(tarball) {
  const contents = createPackageFromTarballData(tarball);
  // It would go through all files for each folder that a module may lie in.
  const folders = new Set(contents.listFiles().flatMap(foldersOf));
  contents.directoryExists = (path) => folders.has(path.replace(/(?<=.)\/$/, ''));
  const { types, problems = [] } = await checkPackage(contents, { excludeEntrypoints: NOT_MODULES });
  if (!types) return ['there are none'];
  return problems
    .filter(({ resolutionKind }) => !NOT_FOR_MODULES.includes(resolutionKind))
    .map(({ kind, trace: _, ...place }) => `${problemKindInfo[kind].title}: ${JSON.stringify(place)}`);
}

/** @param {string} path @returns {string[]} */
function foldersOf(path) {
  const folder = dirname(path);
  return folder === path ? [] : [folder, ...foldersOf(folder)];
}

/**
 * Packages that are imported and don't come along, each with a place; of declarations also the types of those without their own.
 * @param {string} target
 * @param {readonly string[]} comesAlong
 */
function notInstalled(target, comesAlong) {
  const missing = new Map();
  const modules = readdirSync(join(target, 'dist'), { recursive: true }).filter((path) => /\.(js|d\.ts)$/.test(path));
  for (const path of modules) {
    for (const [, specifier] of readFileSync(join(target, 'dist', path), 'utf8').matchAll(IMPORTED)) {
      const [, imported] = /^(@[^/]+\/[^/]+|[^/]+)/.exec(specifier);
      if (!comesAlong.includes(imported)) missing.set(imported, path);
      else if (path.endsWith('.d.ts') && hasTypesApart(imported) && !comesAlong.includes(`@types/${imported}`))
        missing.set(`the types of ${imported}`, path);
    }
  }
  return missing;
}

function hasTypesApart(imported) {
  return existsSync(join('node_modules/@types', imported.replace('@', '').replace('/', '__')));
}

function judge(what, command, args, cwd) {
  const { status, stdout, stderr } = run(command, args, cwd, true);
  if (status !== 0) fail(`${what} failed:\n${stdout}${stderr}`);
}

function fail(what) {
  failures++;
  console.error(what);
}

function run(command, args, cwd = process.cwd(), mayFail = false) {
  const env = { ...process.env, PATH: `${resolve('node_modules/.bin')}:${process.env.PATH}` };
  const result = spawnSync(command, args, { cwd, env, encoding: 'utf8' });
  if (result.status !== 0 && !mayFail)
    throw new Error(`${command} ${args.join(' ')}: ${result.error ?? result.stderr}`);
  return result;
}
