import { Buffer } from 'node:buffer';
import { join } from 'node:path';
import { build } from 'esbuild';

/** Of each kind of attribute one that some element has: yes or no, a number, a text, and a name that begins with `on`. */
const ATTRIBUTES = {
  editable: '',
  selectable: '',
  limit: '5',
  'expiring-within': '90',
  name: 'chosen',
  only: 'duration',
};

/**
 * What "Show code" of Storybook writes for each element in a framework, without a browser.
 *
 * @param {'react' | 'vue' | 'svelte' | 'angular'} framework
 * @returns {Promise<Record<string, string>>} by tag
 */
export async function exampleCode(framework) {
  const { outputFiles } = await build({
    stdin: {
      contents: `export { WRITE } from './code/frameworks.ts';
        export { exampleOf } from './code/example.ts';
        export { elementDoc, TAGS } from './manifest.ts';`,
      resolveDir: join(import.meta.dirname, '../../.storybook'),
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    conditions: ['@enrollkit/source'],
  });
  const module = await import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
  const { WRITE, exampleOf, elementDoc, TAGS } = module;
  const shown = { getAttribute: (name) => ATTRIBUTES[name] ?? null };
  const tags = TAGS.filter((tag) => tag !== 'enrollkit-backend');
  return Object.fromEntries(tags.map((tag) => [tag, WRITE[framework](exampleOf(elementDoc(tag), shown, {}, tag))]));
}
