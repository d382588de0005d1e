// Zod walks its tables with `for in`, and stops where a page has given every object one more enumerable property. In our
// one-file builds it walks what is in the table; hosts with a bundler of their own have to keep `Object.prototype` clean.
import { readFile } from 'node:fs/promises';
import MagicString from 'magic-string';

const ZOD = /[\\/]node_modules[\\/]zod[\\/]v4[\\/](core|mini)[\\/]\w+\.js$/;

/** @param {string} source @param {string} file What the map calls the source */
function ownKeys(source, file) {
  const result = new MagicString(source).replaceAll(
    /\bfor \(const (\w+) in (\w+)\)/g,
    'for (const $1 of Object.keys($2))',
  );
  if (!result.hasChanged()) return undefined;
  return { code: result.toString(), map: result.generateMap({ source: file, hires: true, includeContent: true }) };
}

/** For Vite and Rolldown. */
export const ownKeysOfZod = () => ({
  name: 'own-keys-of-zod',
  transform: (source, id) => (ZOD.test(id) ? ownKeys(source, id) : undefined),
});

/** For esbuild. @type {() => import('esbuild').Plugin} */
export const ownKeysOfZodInEsbuild = () => ({
  name: 'own-keys-of-zod',
  setup: (build) =>
    build.onLoad({ filter: ZOD }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      return { contents: ownKeys(source, path)?.code ?? source, loader: 'js' };
    }),
});
