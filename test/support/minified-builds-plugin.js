import { readFileSync } from 'node:fs';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { bundledFeedCheck } from './bundle-plugin.js';
import { MINIFIERS, minified } from './minifiers/minify.js';

/** Everything that an element may need to know, on every element. */
const ATTRIBUTES = 'enrollment-id="e-1" product-id="p-1" setup-url="/products/p-1" name="chosen" editable selectable';
/** A price that is booked offers nothing to choose any more. @param {string} tag */
const attributesOf = (tag) => (tag === 'price-breakdown' ? ATTRIBUTES.replace('enrollment-id="e-1" ', '') : ATTRIBUTES);
const POLICY = [
  "default-src 'self'; connect-src 'self' http://127.0.0.1:*",
  "require-trusted-types-for 'script'; trusted-types lit-html enrollkit enrollkit-groups",
].join('; ');

/**
 * Serves the one-file builds as the minifiers of hosts leave them, `/minified/<minifier>/<file>.js`, each on a page with
 * every element that there is, `<file>.html`; and at `/minified.json` what there is of both. `/shared/<file>.js` is a file that
 * pages of other origins may read, `/unshared/<file>.js` one that they may only run, `/older/<file>.js` one of an older version.
 *
 * @param {string} rootDir
 * @returns {import('@web/test-runner-core').TestRunnerPlugin}
 */
export function minifiedBuildsPlugin(rootDir) {
  const dist = join(rootDir, 'packages/embed/dist');
  const { version } = JSON.parse(readFileSync(join(rootDir, 'packages/embed/package.json'), 'utf8'));
  return {
    name: 'minified-builds',
    async serve({ path }) {
      if (path === '/minified.json') {
        const files = (await readdir(dist)).filter((name) => /^enrollkit.*\.js$/.test(name));
        return { body: JSON.stringify({ minifiers: Object.keys(MINIFIERS), files }), type: 'json' };
      }
      const faulty = await faultyFile(path, dist);
      if (faulty) return faulty;
      const [, share, built] = /^\/(shared|unshared|older)\/([\w.-]+\.js)$/.exec(path) ?? [];
      if (built) {
        const body = await readFile(join(dist, built), 'utf8').catch(() => undefined);
        if (body === undefined) return undefined;
        if (share === 'older') return { body: body.replaceAll(`"${version}"`, '"0.0.9"'), type: 'js' };
        return { body, type: 'js', ...(share === 'shared' && { headers: { 'Access-Control-Allow-Origin': '*' } }) };
      }
      const [, minifier, file, extension] = /^\/minified\/([\w-]+)\/([\w.-]+)\.(js|html)$/.exec(path) ?? [];
      if (!file) return undefined;
      if (extension === 'js') return { body: await minified(join(dist, `${file}.js`), minifier), type: 'js' };
      return { body: await page(rootDir, `${file}.js`), type: 'html' };
    },
    // They are finished files.
    resolveMimeType: ({ path }) =>
      /^\/(minified|shared|unshared|older|broken|changed|corrupted)\/.*\.js$/.test(path) ? 'js' : undefined,
  };
}

/** Files and a server as things go wrong with hosts, for the doctor. */
async function faultyFile(path, dist) {
  const elements = () => readFile(join(dist, 'enrollkit-elements.iife.js'), 'utf8');
  switch (path) {
    case '/mistyped/enrollkit-elements.iife.js':
      return { body: await elements(), type: 'txt', headers: { 'X-Content-Type-Options': 'nosniff' } };
    case '/broken/enrollkit-elements.iife.js':
      return { body: "throw new Error('planted');", type: 'js' };
    case '/changed/enrollkit-elements.iife.js':
      return { body: `${await elements()}\n`, type: 'js' };
    case '/changed/files.json':
      return { body: await readFile(join(dist, 'files.json'), 'utf8'), type: 'json' };
    case '/corrupted/enrollkit-feed.js':
      // As a bundler leaves it, with its template literals, and as a host's minifier then has it.
      return { body: await MINIFIERS.mullie(await bundledFeedCheck(path)), type: 'js' };
    case '/no-stream/healthz':
    case '/no-stream/events':
      return { body: path.endsWith('events') ? '' : '{}', type: 'json' };
    case '/a-token.json':
      return { body: '{ "token": "a" }', type: 'json' };
    default:
      return undefined;
  }
}

async function page(rootDir, file) {
  const manifest = JSON.parse(await readFile(join(rootDir, 'packages/elements/custom-elements.json'), 'utf8'));
  const tags = manifest.modules
    .flatMap(({ declarations = [] }) => declarations.flatMap(({ tagName }) => tagName ?? []))
    .filter((tag) => tag !== 'enrollkit-backend');
  return `<!doctype html>
<html lang="nl">
  <meta charset="utf-8" />
  <meta http-equiv="Content-Security-Policy" content="${POLICY}" />
  <title>${file}</title>
  <script ${file.endsWith('.iife.js') ? 'defer' : 'type="module"'} src="./${file}"></script>
  ${file.includes('groups') ? '<script type="module" src="/unshared/enrollkit-elements.js"></script>' : ''}
  <enrollkit-backend>
    ${tags.map((tag) => `<${tag} ${attributesOf(tag)}></${tag}>`).join('\n    ')}
  </enrollkit-backend>
</html>`;
}
