import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { text } from 'node:stream/consumers';
import { transform } from 'esbuild';
import { jshrink } from './jshrink.js';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
/**
 * A minifier as a program of its own: it takes seconds, in which whoever asked must be able to do something else. No function
 * of it is compiled once more, and better, and young objects have room: for one file that saves a third of its time.
 */
const program = (name, options, source) =>
  run(
    process.execPath,
    ['--no-turbofan', '--max-semi-space-size=64', here(`../../../node_modules/.bin/${name}`), '-c', '-m', ...options],
    source,
  );
const cache = here('../../../.cache/minified');

/**
 * What hosts send our files through. `none` leaves them as they were built.
 *
 * @satisfies {Record<string, (source: string, isModule: boolean) => string | Promise<string>>}
 */
export const MINIFIERS = {
  none: (source) => source,
  mullie: (source) => run('php', [here('mullie.php')], source),
  jshrink,
  esbuild: async (source) => (await transform(source, { minify: true, target: 'es2022' })).code,
  terser: (source, isModule) => program('terser', isModule ? ['--module'] : [], source),
  'uglify-js': (source, isModule) => program('uglifyjs', isModule ? ['--module'] : [], source),
};

/** A file as a minifier leaves it. Kept, because some of them take seconds. */
export async function minified(/** @type {string} */ file, /** @type {keyof typeof MINIFIERS} */ name) {
  const source = await readFile(file, 'utf8');
  const hash = createHash('sha256')
    .update(source + (await readFile(here('minify.js'))) + (await readFile(here('jshrink.js'))))
    .digest('hex');
  const kept = `${cache}/${name}-${hash}.js`;
  return readFile(kept, 'utf8').catch(async () => {
    const code = await MINIFIERS[name](source, !file.endsWith('.iife.js'));
    await mkdir(cache, { recursive: true });
    await writeFile(kept, code);
    return code;
  });
}

async function run(command, args, input) {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(input);
  const [output, code] = await Promise.all([
    text(child.stdout),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  if (code !== 0) throw new Error(`${command} ended with ${code}`);
  return output;
}
