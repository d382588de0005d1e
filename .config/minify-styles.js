// Minifiers of JavaScript leave what is in a string alone. This one takes the spaces, comments and long forms out of
// css`...` literals, by esbuild's CSS minifier. Templates keep their spaces: between inline elements they are text.
import { transform } from 'esbuild';
import MagicString from 'magic-string';

/** A literal without values in it, which no stylesheet of the kit has. */
const LITERAL = /(?<=\bcss\s?`)[^`$]*(?=`)/g;

/**
 * The source with its css`...` literals minified, and a source map to what it was. `undefined` when it has none.
 *
 * @param {string} source JavaScript or TypeScript
 * @param {string} file What the map calls the source
 */
export async function minifyStyles(source, file) {
  const result = new MagicString(source);
  for (const { 0: literal, index } of source.matchAll(LITERAL)) {
    const css = literal.replace(/\\(.)/g, '$1');
    const { code } = await transform(css, { loader: 'css', minify: true, charset: 'utf8', target: 'esnext' });
    result.update(index, index + literal.length, code.trim().replace(/[\\`]|\$\{/g, '\\$&'));
  }
  if (!result.hasChanged()) return undefined;
  return { code: result.toString(), map: result.generateMap({ source: file, hires: true, includeContent: true }) };
}

/** For Vite: minifies the stylesheets in what it bundles. */
export const minifiedStyles = () => ({
  name: 'minified-styles',
  enforce: 'pre',
  transform: (source, id) => (/\.styles\.ts$/.test(id) ? minifyStyles(source, id) : undefined),
});
