import { readFile } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

/** Modules that the test runner itself serves. */
const OF_THE_RUNNER = '/__web-*';
/** Where pages find what several test files import. */
const SHARED = '/shared-by-tests/';

/** @typedef {{ code: string, map: string }} Bundle */
/** @typedef {import('esbuild').Metafile['outputs']} Outputs */

/**
 * Serves every TypeScript file that a page asks for as one file with all that it imports: a page that asks for 300 modules
 * one by one takes seconds of an engine's time. The test files of a run are bundled all at once, and what several of them
 * import is a file that they share: read once by the bundler, and once by an engine that keeps it for the next page. Each
 * page still has what its own file imports and nothing else. A worker or the script of a framed page is one file.
 *
 * @param {string} rootDir
 * @returns {{ plugin: import('@web/test-runner-core').TestRunnerPlugin, reporter: import('@web/test-runner-core').Reporter }}
 *   the reporter hears which test files there are
 */
export function bundledSources(rootDir) {
  /** @type {Promise<Map<string, Bundle>> | undefined} */
  let ofTests;
  /** By path, of what a page asks for besides. @type {Map<string, Promise<Map<string, Bundle>>>} */
  const others = new Map();
  /** By file, the paths of the bundles that it is in. @type {Map<string, Set<string>>} */
  const users = new Map();
  /** @type {import('node:events').EventEmitter & { add(file: string): unknown } | undefined} */
  let watcher;
  /** @type {(files: readonly string[]) => void} */
  let knowTestFiles = () => {};
  /** @type {Promise<readonly string[]>} */
  const testFiles = new Promise((resolve) => (knowTestFiles = resolve));

  /** @param {readonly string[]} files @param {import('esbuild').BuildOptions} [options] */
  async function bundle(files, options) {
    const { outputFiles, metafile } = await build({
      entryPoints: [...files],
      absWorkingDir: rootDir,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['@enrollkit/source', 'browser', 'development'],
      external: [OF_THE_RUNNER],
      sourcemap: 'external',
      outbase: rootDir,
      outdir: rootDir,
      publicPath: '/',
      plugins: [inBundles(rootDir), axeApart()],
      logLevel: 'silent',
      ...options,
    });
    const texts = new Map(outputFiles.map(({ path, text }) => [addressOf(rootDir, path), text]));
    /** @type {Map<string, Bundle>} */
    const bundles = new Map();
    for (const [name, { entryPoint }] of Object.entries(metafile.outputs)) {
      if (name.endsWith('.map')) continue;
      const path = `/${entryPoint ?? name}`;
      const code = `${texts.get(`/${name}`)}//# sourceMappingURL=${basename(path)}.map\n`;
      bundles.set(path, { code, map: texts.get(`/${name}.map`) ?? '' });
      for (const input of entryPoint ? inputsOf(metafile.outputs, name) : []) use(join(rootDir, input), path);
    }
    return bundles;
  }

  /** @param {string} file @param {string} path */
  function use(file, path) {
    users.set(file, (users.get(file) ?? new Set()).add(path));
    watcher?.add(file);
  }

  /** @param {string} path as in an address */
  async function bundleOf(path) {
    const files = await testFiles;
    if (path.startsWith(SHARED) || files.includes(join(rootDir, path))) {
      ofTests ??= bundle(files, { splitting: true, chunkNames: `${SHARED.slice(1)}[hash]` });
      return (await ofTests).get(path);
    }
    if (!others.has(path)) others.set(path, bundle([join(rootDir, path)]));
    return (await others.get(path))?.get(path);
  }

  /** The test runner knows of the bundles' own files only: it keeps what it served of them, and runs them again. */
  function onChange(/** @type {string} */ file) {
    const paths = users.get(file) ?? [];
    users.delete(file);
    for (const path of paths) {
      if (!others.delete(path)) ofTests = undefined;
      if (join(rootDir, path) !== file) watcher?.emit('change', join(rootDir, path));
    }
  }

  return {
    plugin: {
      name: 'bundled-sources',
      serverStart({ fileWatcher }) {
        watcher = fileWatcher;
        fileWatcher.on('change', onChange);
      },
      async serve({ path }) {
        const source = path.replace(/\.map$/, '');
        if (!source.endsWith('.ts') && !source.startsWith(SHARED)) return undefined;
        const found = await bundleOf(source);
        if (!found) return undefined;
        return path === source ? { body: found.code, type: 'js' } : { body: found.map, type: 'json' };
      },
      resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
    },
    reporter: { start: (run) => knowTestFiles(run.testFiles) },
  };
}

/** @param {string} rootDir @param {string} file */
function addressOf(rootDir, file) {
  return `/${relative(rootDir, file).split(sep).join('/')}`;
}

/**
 * What a bundle is made of, with the shared ones that it imports.
 *
 * @param {Outputs} outputs @param {string} name @param {Set<string>} [seen] @returns {string[]}
 */
function inputsOf(outputs, name, seen = new Set()) {
  const output = outputs[name];
  if (!output || seen.has(name)) return [];
  seen.add(name);
  const own = Object.keys(output.inputs).filter((input) => !input.startsWith('node_modules'));
  return [...own, ...output.imports.flatMap(({ path }) => inputsOf(outputs, path, seen))];
}

/**
 * What looks for accessibility is two thirds of a bundle that has it, and the same in all of them: a file of its own, as it
 * was published.
 */
function axeApart() {
  return {
    name: 'axe-apart',
    /** @param {import('esbuild').PluginBuild} build */
    setup({ onLoad, onResolve }) {
      // Bundlers would take it in, and give it a `require` that there is not.
      onLoad({ filter: /chai-a11y-axe\/src\/axe-import\.js$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        return { contents: text.replace("typeof require === 'function'", 'false'), loader: 'js' };
      });
      onResolve({ filter: /^axe-core\/axe\.min\.js$/ }, ({ path }) => ({
        path: `/node_modules/${path}`,
        external: true,
      }));
    },
  };
}

/**
 * A module finds what lies beside it by its own address, also inside a bundle. What it imports later is in its bundle too, and
 * runs when it is asked for: as a file of its own it would come when the network has it.
 *
 * @param {string} rootDir
 */
function inBundles(rootDir) {
  // Neither a type nor, in the text of a script, an address.
  const IMPORTED_LATER = /(?<!typeof )\bimport\(('[.@a-z][^'\n$:]*')\)(?!\.[A-Z])/g;
  return {
    name: 'in-bundles',
    /** @param {import('esbuild').PluginBuild} build */
    setup({ onLoad, onResolve, resolve }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const contents = (await readFile(path, 'utf8'))
          .replaceAll('import.meta.url', `new URL('${addressOf(rootDir, path)}', location.origin).href`)
          .replaceAll(IMPORTED_LATER, 'Promise.resolve().then(() => require($1))');
        return { contents, loader: 'ts' };
      });
      // The files of a package that imports get.
      onResolve({ filter: /^[^./]/ }, ({ path, kind, importer, resolveDir }) =>
        kind === 'require-call' && importer.endsWith('.ts')
          ? resolve(path, { kind: 'dynamic-import', importer, resolveDir })
          : undefined,
      );
    },
  };
}
