// The words of the plugin that WordPress translates, from its PHP, its script and its blocks.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { po } from 'gettext-parser';

const here = import.meta.dirname;
const CALL = /(?<![a-z])(?:esc_html|esc_attr)?_(?:_|e)\(\s*'((?:[^'\\]|\\.)*)'\s*,\s*'enrollkit'/g;
const sources = (folder, end) =>
  readdirSync(join(here, folder), { recursive: true })
    .filter((file) => file.endsWith(end))
    .map((file) => join(here, folder, file));

/** @param {string} file @returns {string[]} */
const wordsOf = (file) =>
  [...readFileSync(file, 'utf8').matchAll(CALL)].map(([, words]) => words.replaceAll(/\\(['\\])/g, '$1'));

/** What a translator is told of some words, which stands before the call that has them. */
const COMMENT = /\/\* translators: (.+?) \*\/[^;]*?__\(\s*'((?:[^'\\]|\\.)*)'/g;

/**
 * The words as a template for translators, as `wp i18n make-pot` lays it out: WordPress's own site for translations reads it.
 *
 * @param {string} version
 */
export function template(version) {
  const { php, script, blocks } = translatable();
  const told = new Map(
    [...sources('includes', '.php'), join(here, 'assets/editor.js')].flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(COMMENT)].map(([, hint, words]) => [
        words.replaceAll(/\\(['\\])/g, '$1'),
        hint,
      ]),
    ),
  );
  const translations = { '': {} };
  const add = (words, context) => {
    const hint = told.get(words);
    (translations[context ?? ''] ??= {})[words] = {
      msgid: words,
      msgstr: [''],
      ...(context && { msgctxt: context }),
      ...(hint && { comments: { extracted: `translators: ${hint}` } }),
    };
  };
  for (const words of new Set([...php, ...script])) add(words);
  for (const { context, words } of blocks) add(words, context);
  const headers = {
    'Project-Id-Version': `Enrollkit ${version}`,
    'MIME-Version': '1.0',
    'Content-Type': 'text/plain; charset=UTF-8',
    'Content-Transfer-Encoding': '8bit',
    'X-Domain': 'enrollkit',
  };
  return po.compile({ charset: 'utf-8', headers, translations });
}

/** @returns {{ php: string[], script: string[], blocks: { context: string, words: string }[] }} */
export function translatable() {
  const blocks = sources('blocks', 'block.json').flatMap((file) => {
    const { title, description, keywords } = JSON.parse(readFileSync(file, 'utf8'));
    return [
      { context: 'block title', words: title },
      { context: 'block description', words: description },
      ...keywords.map((words) => ({ context: 'block keyword', words })),
    ];
  });
  // What the list of plugins says of it.
  const [, description] = /^ \* Description: (.+)$/m.exec(readFileSync(join(here, 'enrollkit.php'), 'utf8'));
  return {
    php: [
      ...new Set([
        description,
        ...['enrollkit.php', 'uninstall.php']
          .map((file) => join(here, file))
          .concat(sources('includes', '.php'))
          .flatMap(wordsOf),
      ]),
    ],
    script: [...new Set(wordsOf(join(here, 'assets/editor.js')))],
    blocks: [...new Map(blocks.map((block) => [`${block.context}\u0004${block.words}`, block])).values()],
  };
}
