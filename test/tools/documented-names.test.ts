import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Named {
  readonly name: string;
}

interface Declaration {
  readonly tagName: string;
  readonly cssParts?: readonly Named[];
  readonly slots?: readonly Named[];
  readonly cssProperties?: readonly Named[];
  readonly events?: readonly Named[];
}

const PACKAGE = 'packages/elements';
const read = (path: string) => readFileSync(join(PACKAGE, path), 'utf8');
const manifest = JSON.parse(read('custom-elements.json')) as {
  readonly modules: readonly { readonly declarations: readonly Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations);
/** What all elements share is documented once, as a token. */
const tokens = Object.keys(JSON.parse(read('tokens/light.tokens.json')) as object).map((name) => `--ek-${name}`);

/** How a template or a style sheet names each kind; a part may be composed of a name and a value. */
const WRITTEN = {
  cssParts: (code: string) => [...code.matchAll(/\bpart="([^"]*)"/g)].flatMap(([, names = '']) => names.split(/\s+/)),
  slots: (code: string) => [...code.matchAll(/<slot\s+name="([^"]*)"/g)].map(([, name = '']) => name),
  cssProperties: (code: string) => [...code.matchAll(/var\(\s*(--ek-[\w-]+)/g)].map(([, name = '']) => name),
  events: (code: string) => [...code.matchAll(/'(ek-[\w-]+)'/g)].map(([, name = '']) => name),
} as const satisfies Readonly<Record<Exclude<keyof Declaration, 'tagName'>, (code: string) => readonly string[]>>;

/** Templates are texts, so no type ties them to what the JSDoc of their class says. */
function sourceOf(tag: string): string {
  const folder = `src/${tag}`;
  const files = readdirSync(join(PACKAGE, folder), { recursive: true, encoding: 'utf8' });
  const sources = files.filter((file) => file.endsWith('.ts')).map((file) => read(join(folder, file)));
  return sources.join('\n').replaceAll(/\/\*[^]*?\*\//g, '');
}

test('every part, slot, property and event of an element is documented, from which manifest, editors and readers have it', () => {
  expect(elements.length).toBeGreaterThan(13);
  let seen = 0;
  for (const declaration of elements) {
    const code = sourceOf(declaration.tagName);
    for (const [kind, names] of Object.entries(WRITTEN) as [keyof typeof WRITTEN, (code: string) => string[]][]) {
      const documented = [...(declaration[kind] ?? []).map(({ name }) => name), ...tokens];
      const written = names(code).filter((name) => name !== '' && !name.includes('${'));
      seen += written.length;
      // In the JSDoc of the class: @csspart, @slot, @cssprop, @fires.
      expect(
        written.filter((name) => !documented.includes(name)),
        `${kind} of ${declaration.tagName}`,
      ).toEqual([]);
    }
  }
  expect(seen).toBeGreaterThan(300);
});
