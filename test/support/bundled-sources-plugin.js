import { readFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import { build } from 'esbuild';

/** Modules that the test runner itself serves. */
const OF_THE_RUNNER = '/__web-*';

/**
 * Serves every TypeScript file that a page asks for (a test, a worker, a framed page's script) as one file with all that
 * it imports: a page that asks for 300 modules one by one takes seconds of an engine's time.
 *
 * @param {string} rootDir
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
export function bundledSourcesPlugin(rootDir) {
  /** @type {Map<string, Promise<{ code: string, map: string }>>} */
  const bundles = new Map();
  /** By file, the paths of the bundles that it is in. @type {Map<string, Set<string>>} */
  const users = new Map();
  /** @type {import('node:events').EventEmitter & { add(file: string): unknown } | undefined} */
  let watcher;

  /** @param {string} path as in an address */
  async function bundle(path) {
    const { outputFiles, metafile } = await build({
      entryPoints: [join(rootDir, path)],
      absWorkingDir: rootDir,
      bundle: true,
      write: false,
      metafile: true,
      format: 'esm',
      target: 'es2022',
      conditions: ['@enrollkit/source', 'browser', 'development'],
      external: [OF_THE_RUNNER],
      sourcemap: 'external',
      outdir: join(rootDir, dirname(path)),
      plugins: [ownAddress(rootDir), axeApart()],
      logLevel: 'silent',
    });
    for (const input of Object.keys(metafile.inputs))
      if (!input.startsWith('node_modules')) use(join(rootDir, input), path);
    const [map, code] = outputFiles.map(({ text }) => text);
    return { code: `${code}//# sourceMappingURL=${basename(path)}.map\n`, map };
  }

  /** @param {string} file @param {string} path */
  function use(file, path) {
    users.set(file, (users.get(file) ?? new Set()).add(path));
    watcher?.add(file);
  }

  /** The test runner knows of the bundles' own files only: it keeps what it served of them, and runs them again. */
  function onChange(/** @type {string} */ file) {
    const paths = [...(users.get(file) ?? [])].filter((path) => bundles.delete(path));
    for (const path of paths) if (join(rootDir, path) !== file) watcher?.emit('change', join(rootDir, path));
  }

  return {
    name: 'bundled-sources',
    serverStart({ fileWatcher }) {
      watcher = fileWatcher;
      fileWatcher.on('change', onChange);
    },
    async serve({ path }) {
      const [, source, isMap] = path.match(/^(.+\.ts)(\.map)?$/) ?? [];
      if (!source) return undefined;
      if (!bundles.has(source)) bundles.set(source, bundle(source));
      const { code, map } = await bundles.get(source);
      return isMap ? { body: map, type: 'json' } : { body: code, type: 'js' };
    },
    resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  };
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

/** A module finds what lies beside it by its own address, also inside a bundle. @param {string} rootDir */
function ownAddress(rootDir) {
  return {
    name: 'own-address',
    /** @param {import('esbuild').PluginBuild} build */
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const text = await readFile(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const address = `/${relative(rootDir, path).split(sep).join('/')}`;
        return {
          contents: text.replaceAll('import.meta.url', `new URL('${address}', location.origin).href`),
          loader: 'ts',
        };
      });
    },
  };
}
